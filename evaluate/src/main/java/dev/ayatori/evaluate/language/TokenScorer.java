package dev.ayatori.evaluate.language;

/** A probability model over token sequences. */
public interface TokenScorer {

    /** The longest sequence that can be scored at once; {@link Integer#MAX_VALUE} when there is no bound. */
    int longestSequence();

    /**
     * Natural logarithms of p(tokens[i] | tokens[0], ..., tokens[i - 1]) for i from 1 on: one number fewer than tokens.
     *
     * @param tokens at least two, at most {@link #longestSequence()}
     */
    double[] logProbabilities(int[] tokens);
}
