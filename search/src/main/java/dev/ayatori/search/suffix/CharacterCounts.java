package dev.ayatori.search.suffix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How often each character stands in the corpus: what chance alone would make of a text. */
public final class CharacterCounts {
    private static final int ROW_BYTES = Integer.BYTES + Long.BYTES;

    private final int[] codePoints;
    private final long[] counts;
    private final long total;

    private CharacterCounts(int[] codePoints, long[] counts) {
        this.codePoints = codePoints;
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
    }

    /** From a table with one count for each code point. */
    public static CharacterCounts of(long[] byCodePoint) {
        int[] present = java.util.stream.IntStream.range(0, byCodePoint.length)
                .filter(c -> byCodePoint[c] > 0)
                .toArray();
        return new CharacterCounts(
                present, Arrays.stream(present).mapToLong(c -> byCodePoint[c]).toArray());
    }

    /** Reads what {@link #write} wrote. */
    public static CharacterCounts read(Path file) throws IOException {
        ByteBuffer rows = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int size = rows.remaining() / ROW_BYTES;
        int[] codePoints = new int[size];
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            codePoints[i] = rows.getInt();
            counts[i] = rows.getLong();
        }
        return new CharacterCounts(codePoints, counts);
    }

    /** Writes rows of (code point: int, count: long), little-endian, by rising code point. */
    public void write(Path file) throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(codePoints.length * ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < codePoints.length; i++) {
            rows.putInt(codePoints[i]).putLong(counts[i]);
        }
        Files.write(file, rows.array());
    }

    /** All characters of the corpus. */
    public long total() {
        return total;
    }

    /** How often the character stands in the corpus. */
    public long count(int codePoint) {
        int row = Arrays.binarySearch(codePoints, codePoint);
        return row < 0 ? 0 : counts[row];
    }

    /** How often the text would stand in a corpus of this size were its characters drawn one by one. */
    public double expected(String text) {
        double logarithm = StrictMath.log((double) total);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            logarithm += StrictMath.log((double) count(text.codePointAt(i)) / total);
        }
        return StrictMath.exp(logarithm);
    }
}
