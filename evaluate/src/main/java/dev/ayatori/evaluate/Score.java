package dev.ayatori.evaluate;

import dev.ayatori.evaluate.statistics.Interval;

/**
 * One line of {@code scores.json}.
 *
 * @param name {@code bits-per-byte}, {@code accuracy}, {@code difference} (paired, model by model), {@code saving}
 *     (share of the other model's bits that a model saves) or {@code sample-bytes} (UTF-8 bytes scored)
 * @param task {@code validation}, {@code choice}, or {@code choice-unread}: items of documents that pre-training never
 *     read
 * @param language {@value #ALL}, {@code ja}, {@code en} or {@code code}
 * @param model {@code tuned}, {@code pretrained}, {@code kneser-ney-5}, {@code unigram}, {@code lexical-overlap},
 *     {@code chance}; {@code a - b} and {@code a / b} for two models; {@code corpus} for the sample
 * @param value of the metric
 * @param low end of the 95 % interval
 * @param high end of the 95 % interval
 * @param n documents or items behind the value
 * @param unit {@code bits/byte}, {@code share} or {@code bytes}
 */
public record Score(
        String name,
        String task,
        String language,
        String model,
        double value,
        double low,
        double high,
        int n,
        String unit) {

    /** The language of scores over all languages together. */
    public static final String ALL = "all";

    private static final double DECIMALS = 1e4;

    /** The same score with four decimals, which is more than any interval leaves open. */
    static Score rounded(Score score) {
        return new Score(
                score.name,
                score.task,
                score.language,
                score.model,
                round(score.value),
                round(score.low),
                round(score.high),
                score.n,
                score.unit);
    }

    private static double round(double value) {
        return StrictMath.rint(value * DECIMALS) / DECIMALS;
    }

    /** The 95 % interval of the value. */
    public Interval interval() {
        return new Interval(low, high);
    }
}
