package dev.ayatori.shards;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which pieces of documents share a training sequence: best-fit packing (Ding et al. 2024, Fewer truncations improve language
 * modeling).
 *
 * <p>Only documents longer than a sequence are cut, and every token stands in exactly one sequence. Pieces are placed from the
 * longest to the shortest, of equal ones the earlier first, each into the fullest sequence that still holds it; among equally
 * full ones the last touched. The plan is a pure function of the documents' lengths.
 */
public final class PackingPlan implements Layout {
    private final int capacity;
    /** First piece of each sequence, and at the end the number of pieces. */
    private final int[] bounds;
    /** Place of each piece's first token, and its length; ordered by sequence. */
    private final long[] firstTokens;

    private final int[] lengths;

    private @Nullable PackedPieces inverse;

    PackingPlan(int capacity, int[] bounds, long[] firstTokens, int[] lengths) {
        this.capacity = capacity;
        this.bounds = bounds;
        this.firstTokens = firstTokens;
        this.lengths = lengths;
    }

    /**
     * Plans the sequences of a file.
     *
     * @param capacity tokens a sequence holds
     */
    public static PackingPlan of(TokenFile file, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a sequence must hold at least 1 token, but is to hold " + capacity);
        }
        Pieces pieces = Pieces.of(file, capacity);
        int[] sequenceOf = new BestFit(capacity).place(pieces);
        return arrange(pieces, sequenceOf, capacity);
    }

    /** Puts the pieces of each sequence behind each other, in the order of the file. */
    private static PackingPlan arrange(Pieces pieces, int[] sequenceOf, int capacity) {
        int sequences = Arrays.stream(sequenceOf).max().orElse(-1) + 1;
        int[] bounds = new int[sequences + 1];
        for (int sequence : sequenceOf) {
            bounds[sequence + 1]++;
        }
        Arrays.parallelPrefix(bounds, Integer::sum);
        int[] next = bounds.clone();
        long[] firstTokens = new long[sequenceOf.length];
        int[] lengths = new int[sequenceOf.length];
        for (int piece = 0; piece < sequenceOf.length; piece++) {
            int at = next[sequenceOf[piece]]++;
            firstTokens[at] = pieces.firstTokens()[piece];
            lengths[at] = pieces.lengths()[piece];
        }
        return new PackingPlan(capacity, bounds, firstTokens, lengths);
    }

    /** Writes the plan to a file; its form stands in the package's documentation. */
    public void write(Path file) {
        PackingFile.write(file, this);
    }

    /** Tokens a sequence holds. */
    public int capacity() {
        return capacity;
    }

    @Override
    public long sequences() {
        return bounds.length - 1;
    }

    /** The number of pieces of a sequence. */
    int pieces(int sequence) {
        return bounds[sequence + 1] - bounds[sequence];
    }

    /** The place of a piece's first token. */
    long firstToken(int sequence, int piece) {
        return firstTokens[bounds[sequence] + piece];
    }

    /** The tokens of a piece. */
    int length(int sequence, int piece) {
        return lengths[bounds[sequence] + piece];
    }

    @Override
    public int[] tokens(TokenFile file, long sequence) {
        int[] all = new int[capacity];
        int size = 0;
        for (int piece = bounds[(int) sequence]; piece < bounds[(int) sequence + 1]; piece++) {
            int[] part = new int[lengths[piece]];
            file.read(firstTokens[piece], part);
            System.arraycopy(part, 0, all, size, part.length);
            size += part.length;
        }
        return Arrays.copyOf(all, size);
    }

    @Override
    public int[] documents(TokenFile file, long sequence) {
        return Arrays.copyOfRange(lengths, bounds[(int) sequence], bounds[(int) sequence + 1]);
    }

    @Override
    public long[] sequencesHolding(long firstToken, long endToken) {
        PackedPieces pieces = inOrderOfFile();
        TokenRange.check(firstToken, endToken, pieces.tokens());
        return firstToken == endToken ? new long[0] : pieces.holding(firstToken, endToken);
    }

    /** Only who looks back needs it. */
    private synchronized PackedPieces inOrderOfFile() {
        PackedPieces known = inverse;
        if (known == null) {
            known = PackedPieces.of(this);
            inverse = known;
        }
        return known;
    }

    /** The documents of a file, those longer than a sequence cut. */
    @SuppressWarnings("ArrayRecordComponent") // an inner table
    record Pieces(long[] firstTokens, int[] lengths) {
        static Pieces of(TokenFile file, int capacity) {
            long count = 0;
            for (int document = 0; document < file.documents(); document++) {
                count += Math.ceilDiv(tokens(file, document), capacity);
            }
            long[] firstTokens = new long[Math.toIntExact(count)];
            int[] lengths = new int[firstTokens.length];
            int piece = 0;
            for (int document = 0; document < file.documents(); document++) {
                long first = file.documentStart(document);
                long left = tokens(file, document);
                while (left > 0) {
                    firstTokens[piece] = first;
                    lengths[piece] = (int) Math.min(left, capacity);
                    first += lengths[piece];
                    left -= lengths[piece++];
                }
            }
            return new Pieces(firstTokens, lengths);
        }

        private static long tokens(TokenFile file, int document) {
            return file.documentStart(document + 1) - file.documentStart(document);
        }
    }
}
