package dev.ayatori.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Sequences of equal length with a mark on every token that the loss counts: the way tuning data reaches a worker.
 *
 * <p>Little-endian: the 8 bytes {@code AYSEQ001}, i32 length (context + 1), i32 count; then per sequence {@code length}
 * i32 tokens and {@code length} bytes of marks. Mark i is 1 where predicting token i from the tokens before it counts;
 * mark 0 of a sequence is never read. Shorter texts are filled up with any token under mark 0.
 */
public final class SequenceFile {

    private SequenceFile() {}

    /**
     * One sequence of context + 1 tokens.
     *
     * @param tokens the token ids
     * @param counted for each token whether the loss counts predicting it
     */
    public record Sequence(int[] tokens, boolean[] counted) {}

    /** Writes sequences, all of one length, to a new file. */
    public static void write(Path file, List<Sequence> sequences) throws IOException {
        throw new UnsupportedOperationException("not yet: " + file + sequences.size());
    }
}
