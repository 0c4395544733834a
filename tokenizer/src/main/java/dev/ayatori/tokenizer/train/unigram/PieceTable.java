package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.RecordReader;
import dev.ayatori.tokenizer.train.RecordWriter;
import dev.ayatori.tokenizer.train.SymbolSort;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The pieces of one round of training, in the order of their codes, with their scores.
 *
 * <p>Every character has a piece, so that every text has a segmentation. One that no segmentation needs any more is unknown:
 * its score is negative infinity here, what it counts for goes to the most frequent character, of code 1, and paths may
 * use it at a price. That is SentencePiece's rule, and decides which rare compounds survive.
 */
final class PieceTable {
    static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    /** What an unknown character costs more than the least likely piece. */
    private static final double PENALTY = 10;

    private final char[] codes;
    /** Piece {@code i} stands from {@code starts[i]} to one before {@code starts[i + 1]}, where a 0 is. */
    private final int[] starts;

    private final double[] scores;

    private PieceTable(char[] codes, int[] starts, double[] scores) {
        this.codes = codes;
        this.starts = starts;
        this.scores = scores;
    }

    /** Collects pieces in any order. */
    static final class Builder {
        private char[] codes = new char[1 << 12];
        private int filled;
        private int[] starts = new int[1 << 8];
        private double[] scores = new double[1 << 8];
        private int size;

        void add(char[] piece, int from, int to, double score) {
            if (filled + to - from + 1 > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(codes.length * 2, filled + to - from + 1));
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                scores = Arrays.copyOf(scores, size * 2);
            }
            starts[size] = filled;
            scores[size++] = score;
            System.arraycopy(piece, from, codes, filled, to - from);
            filled += to - from;
            codes[filled++] = 0;
        }

        /** The pieces added so far, which must be in the order of their codes. */
        PieceTable build() {
            int[] all = Arrays.copyOf(starts, size + 1);
            all[size] = filled;
            return new PieceTable(Arrays.copyOf(codes, filled), all, Arrays.copyOf(scores, size));
        }

        /** The pieces added so far, brought in order. */
        PieceTable sorted() {
            int[] order = Arrays.copyOf(starts, size);
            SymbolSort.sort(codes, order, size);
            Builder sorted = new Builder();
            for (int start : order) {
                int index = Arrays.binarySearch(starts, 0, size, start);
                int end = index + 1 < size ? starts[index + 1] : filled;
                sorted.add(codes, start, end - 1, scores[index]);
            }
            return sorted.build();
        }
    }

    int size() {
        return scores.length;
    }

    /** How many pieces there are but for unknown characters. */
    int known() {
        return (int) Arrays.stream(scores).filter(score -> score != UNKNOWN).count();
    }

    boolean isUnknown(int index) {
        return scores[index] == UNKNOWN;
    }

    /** The piece that the occurrences of a piece count for. */
    int countsAs(int index) {
        return isUnknown(index) ? 0 : index;
    }

    /** Where the codes of all pieces stand. */
    char[] codes() {
        return codes;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return starts[index + 1] - 1;
    }

    int length(int index) {
        return end(index) - start(index);
    }

    /** The codes of one piece. */
    char[] piece(int index) {
        return Arrays.copyOfRange(codes, start(index), end(index));
    }

    double score(int index) {
        return scores[index];
    }

    boolean isCharacter(int index) {
        return length(index) == 1;
    }

    /** The least score of a known piece. */
    double least() {
        return Arrays.stream(scores).filter(score -> score != UNKNOWN).min().orElse(0);
    }

    /** The scores that paths are judged by, those of unknown characters among them. */
    double[] pathScores() {
        double unknown = least() - PENALTY;
        return Arrays.stream(scores)
                .map(score -> score == UNKNOWN ? unknown : score)
                .toArray();
    }

    /** The natural probabilities of the pieces on paths. */
    double[] probabilities() {
        return Arrays.stream(pathScores()).map(StrictMath::exp).toArray();
    }

    /** The pieces that pass, in the same order, with new scores; characters that do not are unknown from now on. */
    PieceTable keep(IntPredicate kept, IntToDoubleFunction score) {
        Builder builder = new Builder();
        for (int i = 0; i < size(); i++) {
            boolean passes = !isUnknown(i) && kept.test(i);
            if (passes || isCharacter(i)) {
                builder.add(codes, start(i), end(i), passes ? score.applyAsDouble(i) : UNKNOWN);
            }
        }
        return builder.build();
    }

    /** Gives what was counted for unknown characters to what they count as. */
    void redirect(long[] counts) {
        for (int i = 0; i < size(); i++) {
            if (isUnknown(i)) {
                counts[0] += counts[i];
                counts[i] = 0;
            }
        }
    }

    /** Writes the pieces to a file. */
    void write(Path file) {
        try (RecordWriter writer = new RecordWriter(file)) {
            writer.number(size());
            for (int i = 0; i < size(); i++) {
                writer.symbols(codes, start(i), end(i)).decimal(scores[i]);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static PieceTable read(Path file) {
        try (RecordReader reader = new RecordReader(file)) {
            Builder builder = new Builder();
            for (long left = reader.number(); left > 0; left--) {
                char[] piece = new char[(int) reader.number()];
                reader.symbols(piece, 0, piece.length);
                builder.add(piece, 0, piece.length, reader.decimal());
            }
            return builder.build();
        }
    }
}
