package dev.ayatori.corpus.ngram;

/**
 * How well a model foretells a text.
 *
 * @param logProbability sum of the log10 probabilities of all units and line ends
 * @param units how many these are
 */
public record Perplexity(double logProbability, long units) {
    /** Nothing foretold yet. */
    public static final Perplexity NONE = new Perplexity(0, 0);

    /** Of both texts. */
    public Perplexity plus(Perplexity other) {
        return new Perplexity(logProbability + other.logProbability, units + other.units);
    }

    /** Ten to the power of the mean loss; 1 of nothing. */
    public double value() {
        return units == 0 ? 1 : StrictMath.pow(10, -logProbability / units);
    }
}
