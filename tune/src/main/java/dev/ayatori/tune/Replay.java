package dev.ayatori.tune;

import dev.ayatori.pretrain.data.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;

/**
 * Windows of the pre-training text that are read again between the examples, so that tuning does not forget it.
 *
 * <p>Source: Anthony Robins, Catastrophic Forgetting, Rehearsal and Pseudorehearsal, Connection Science 7(2), 1995.
 *
 * @param tokens how many tokens pre-training had to read
 * @param text fills an array with the tokens from a place on
 * @param length tokens of a window
 */
record Replay(long tokens, ObjLongConsumer<int[]> text, int length) {

    /** So many windows beside the examples that they are this share of all sequences, evenly spread over the text. */
    List<Sequence> beside(int examples, double share) {
        long windows = tokens / length;
        long wanted = Math.min(windows, StrictMath.round(examples * share / (1 - share)));
        return LongStream.range(0, wanted)
                .mapToObj(i -> window(i * windows / wanted))
                .toList();
    }

    private Sequence window(long number) {
        int[] read = new int[length];
        text.accept(read, number * length);
        boolean[] counted = new boolean[length];
        Arrays.fill(counted, 1, length, true);
        return new Sequence(read, counted);
    }
}
