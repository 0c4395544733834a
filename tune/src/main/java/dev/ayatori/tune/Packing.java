package dev.ayatori.tune;

import dev.ayatori.pretrain.SequenceFile.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs examples into sequences of context + 1 tokens: one after the other while they fit, the rest padding.
 *
 * <p>An example is never cut. It sees the examples before it in its sequence, each ended by {@code </s>}, as documents
 * do in pre-training; answers are not isolated from each other by an attention mask.
 */
final class Packing {

    private final int length;
    private final int padding;

    Packing(int context, int padding) {
        this.length = context + 1;
        this.padding = padding;
    }

    /** Whether an example fits into a sequence of its own. */
    boolean fits(MarkedExample example) {
        return example.length() <= length;
    }

    /** The sequences, in the order of the examples, all of which must fit. */
    List<Sequence> pack(List<MarkedExample> examples) {
        List<Sequence> packed = new ArrayList<>();
        Sequence open = empty();
        int filled = 0;
        for (MarkedExample example : examples) {
            if (filled + example.length() > length) {
                packed.add(open);
                open = empty();
                filled = 0;
            }
            System.arraycopy(example.tokens(), 0, open.tokens(), filled, example.length());
            Arrays.fill(open.counted(), filled + example.answerFrom(), filled + example.length(), true);
            filled += example.length();
        }
        if (filled > 0) {
            packed.add(open);
        }
        return packed;
    }

    private Sequence empty() {
        int[] tokens = new int[length];
        Arrays.fill(tokens, padding);
        return new Sequence(tokens, new boolean[length]);
    }
}
