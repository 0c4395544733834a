package dev.ayatori.pretrain.data;

import dev.ayatori.shards.Layout;
import dev.ayatori.shards.TokenFile;
import java.util.Arrays;

/**
 * Sequences of a token file. Where documents are kept apart, the loss does not count the first token of a document, which
 * nothing of it foretells.
 *
 * @param file the tokens
 * @param layout which of them stand in which sequence
 * @param context tokens that a sequence predicts
 * @param apart whether attention keeps documents apart
 */
record TokenSequences(TokenFile file, Layout layout, int context, boolean apart) implements SequenceSource {

    @Override
    public long sequences() {
        return layout.sequences();
    }

    @Override
    public Sequence read(long sequence) {
        int[] read = layout.tokens(file, sequence);
        boolean[] counted = new boolean[context + 1];
        Arrays.fill(counted, 0, read.length, true);
        int[] tokens = Arrays.copyOf(read, context + 1);
        return apart
                ? new Sequence(tokens, counted, documents(layout.documents(file, sequence), counted))
                : new Sequence(tokens, counted);
    }

    /** Unmarks first tokens; gives the lengths within the context, with what is filled up as a document of its own. */
    private long[] documents(int[] lengths, boolean[] counted) {
        long[] within = new long[lengths.length + 1];
        int first = 0;
        int count = 0;
        for (int length : lengths) {
            counted[first] = false;
            if (first < context) {
                within[count++] = Math.min(length, context - first);
            }
            first += length;
        }
        if (first < context) {
            within[count++] = context - first;
        }
        return Arrays.copyOf(within, count);
    }
}
