package dev.ayatori.pretrain.data;

/**
 * One sequence of context + 1 tokens.
 *
 * @param tokens the token ids
 * @param counted for each token whether the loss counts predicting it
 * @param documents how many of the first {@code context} tokens belong to each document that attention keeps apart, in
 *     their order; one number where it keeps none apart
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step and read once
public record Sequence(int[] tokens, boolean[] counted, long[] documents) {
    /** Checks that every token has its mark. */
    public Sequence {
        if (tokens.length != counted.length || tokens.length < 2) {
            throw new IllegalArgumentException("a sequence needs at least 2 tokens and a mark for each, but has "
                    + tokens.length + " tokens and " + counted.length + " marks");
        }
    }

    /** A sequence whose tokens may all look at those before them. */
    public Sequence(int[] tokens, boolean[] counted) {
        this(tokens, counted, new long[] {tokens.length - 1});
    }
}
