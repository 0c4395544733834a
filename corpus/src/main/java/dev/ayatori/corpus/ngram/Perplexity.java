package dev.ayatori.corpus.ngram;

import java.util.Arrays;

/**
 * How well a model foretells a text.
 *
 * @param logProbability sum of the log10 probabilities of all units and line ends
 * @param units how many these are
 */
public record Perplexity(double logProbability, long units) {
    /** Nothing foretold yet. */
    public static final Perplexity NONE = new Perplexity(0, 0);

    /** Of some logarithms, without a share of the smallest. */
    static Perplexity without(double outliers, double[] logarithms, int size) {
        double[] sorted = Arrays.copyOf(logarithms, size);
        Arrays.sort(sorted);
        int from = (int) (outliers * size);
        double sum = 0;
        for (int i = from; i < size; i++) {
            sum += sorted[i];
        }
        return new Perplexity(sum, size - from);
    }

    /** Of both texts. */
    public Perplexity plus(Perplexity other) {
        return new Perplexity(logProbability + other.logProbability, units + other.units);
    }

    /** Ten to the power of the mean loss; 1 of nothing. */
    public double value() {
        return units == 0 ? 1 : StrictMath.pow(10, -logProbability / units);
    }
}
