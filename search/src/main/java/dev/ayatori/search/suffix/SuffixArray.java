package dev.ayatori.search.suffix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A sorted table of all code-point starts of a text, searched by bisection.
 *
 * <p>Each comparison begins after the bytes that both borders of the bisection are known to share with the pattern
 * (Udi Manber, Gene Myers: Suffix Arrays: A New Method for On-Line String Searches. SIAM J. Computing 22(5), 1993).
 */
public final class SuffixArray {
    /** Bytes after the last entry, so that every entry can be read as one long. */
    public static final int PADDING = 8;

    private static final ValueLayout.OfLong ENTRY = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment text;
    private final MemorySegment entries;
    private final int width;
    private final long mask;
    private final long size;

    /**
     * @param text UTF-8 documents, each ended by {@link Utf8#SEPARATOR}
     * @param entries the sorted offsets, little-endian, of the width that {@link #width(long)} tells, then the padding
     */
    public SuffixArray(MemorySegment text, MemorySegment entries) {
        this.text = text;
        this.entries = entries;
        this.width = width(text.byteSize());
        this.mask = width == 8 ? -1L : (1L << (8 * width)) - 1;
        this.size = (entries.byteSize() - PADDING) / width;
    }

    /** The bytes of one entry for a text of so many bytes. */
    public static int width(long textBytes) {
        return Math.max(1, (71 - Long.numberOfLeadingZeros(Math.max(1, textBytes - 1))) / 8);
    }

    /** How many suffixes there are. */
    public long size() {
        return size;
    }

    /** The byte offset of the suffix of this rank. */
    public long offset(long rank) {
        return entries.get(ENTRY, rank * width) & mask;
    }

    /** The suffixes that begin with the pattern. */
    public SuffixRange range(byte[] pattern) {
        return range(pattern, 0, pattern.length);
    }

    /** The suffixes that begin with {@code pattern[from, to)}. */
    public SuffixRange range(byte[] pattern, int from, int to) {
        long first = bisect(pattern, from, to, false).rank();
        return new SuffixRange(first, bisect(pattern, from, to, true).rank());
    }

    /** The most bytes of {@code pattern[from, to)}, counted from its first, that stand in the text. */
    public int longestMatch(byte[] pattern, int from, int to) {
        return bisect(pattern, from, to, false).shared();
    }

    private record Place(long rank, int shared) {}

    /** The first rank whose suffix is not below the pattern; or, with {@code after}, is above all that begin with it. */
    private Place bisect(byte[] pattern, int from, int to, boolean after) {
        int length = to - from;
        long low = 0;
        long high = size;
        int sharedLow = 0;
        int sharedHigh = 0;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long suffix = offset(middle);
            int shared = shared(suffix, pattern, from, length, Math.min(sharedLow, sharedHigh));
            boolean below = shared == length
                    ? after
                    : Byte.compareUnsigned(text.get(ValueLayout.JAVA_BYTE, suffix + shared), pattern[from + shared])
                            < 0;
            if (below) {
                low = middle + 1;
                sharedLow = shared;
            } else {
                high = middle;
                sharedHigh = shared;
            }
        }
        return new Place(low, Math.max(sharedLow, sharedHigh));
    }

    /** How many bytes the suffix and the pattern share; the separator that ends the text stops every comparison. */
    private int shared(long suffix, byte[] pattern, int from, int length, int known) {
        int shared = known;
        while (shared < length && text.get(ValueLayout.JAVA_BYTE, suffix + shared) == pattern[from + shared]) {
            shared++;
        }
        return shared;
    }
}
