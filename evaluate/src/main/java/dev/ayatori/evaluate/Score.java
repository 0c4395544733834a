package dev.ayatori.evaluate;

import dev.ayatori.evaluate.statistics.Interval;

/**
 * One line of {@code scores.json}.
 *
 * @param name of the metric: {@code bits-per-byte}, {@code accuracy}, or {@code difference} of two models on one metric
 * @param task {@code validation} or {@code choice}
 * @param language {@code all}, {@code ja}, {@code en} or {@code code}
 * @param model {@code tuned}, {@code pretrained}, {@code unigram}, {@code kneser-ney-5}, {@code lexical-overlap},
 *     {@code chance}, or {@code a - b} for a paired difference
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

    /** The 95 % interval of the value. */
    public Interval interval() {
        return new Interval(low, high);
    }
}
