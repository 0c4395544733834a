package dev.ayatori.tokenizer.train.text;

import dev.ayatori.tokenizer.train.RecordWriter;
import dev.ayatori.tokenizer.train.SymbolSort;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Counts segments in flat arrays: their characters behind each other, each ended by NUL and its index, found by open
 * addressing.
 */
final class SegmentMap {
    private static final int FEWEST = 1 << 10;

    private char[] characters = new char[FEWEST * 8];
    private int filled;
    private int[] starts = new int[FEWEST];
    private long[] counts = new long[FEWEST];
    private int size;
    /** One more than the index of a segment, 0 where free. */
    private int[] slots = new int[FEWEST * 2];

    /** Adds to the count of one segment. */
    void add(char[] segment, int length, long count) {
        int mask = slots.length - 1;
        int slot = hash(segment, 0, length) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (equals(starts[index], segment, length)) {
                counts[index] += count;
                return;
            }
            slot = slot + 1 & mask;
        }
        append(segment, length, count);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
    }

    private boolean equals(int start, char[] segment, int length) {
        return characters[start + length] == 0 && Arrays.equals(characters, start, start + length, segment, 0, length);
    }

    private void append(char[] segment, int length, long count) {
        if (filled + length + LOOK_AHEAD > characters.length) {
            characters = Arrays.copyOf(characters, characters.length * 2);
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        starts[size] = filled;
        counts[size++] = count;
        System.arraycopy(segment, 0, characters, filled, length);
        filled += length;
        characters[filled++] = 0;
        characters[filled++] = (char) (size - 1 >>> Character.SIZE);
        characters[filled++] = (char) (size - 1);
    }

    /** Room behind the last segment, so that comparing never leaves the array. */
    private static final int LOOK_AHEAD = TextCutter.LONGEST + 4;

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int index = 0; index < size; index++) {
            int start = starts[index];
            int end = start;
            while (characters[end] != 0) {
                end++;
            }
            int slot = hash(characters, start, end) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = index + 1;
        }
    }

    private static int hash(char[] characters, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = (hash ^ characters[i]) * 0x9E3779B1;
        }
        return hash ^ hash >>> 15;
    }

    /** What the arrays take at most for what they hold, in bytes: they grow by doubling and stay as large when emptied. */
    long memory() {
        return 2 * ((long) filled * Character.BYTES + (long) size * (Long.BYTES + 3 * Integer.BYTES));
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Writes the segments in the order of their UTF-16 characters, each with its count, and forgets them. */
    void spill(Path file) {
        SymbolSort.sort(characters, starts, size);
        try (RecordWriter writer = new RecordWriter(file)) {
            for (int index = 0; index < size; index++) {
                int end = starts[index];
                while (characters[end] != 0) {
                    end++;
                }
                int original = characters[end + 1] << Character.SIZE | characters[end + 2];
                writer.symbols(characters, starts[index], end).number(counts[original]);
            }
        }
        size = 0;
        filled = 0;
        Arrays.fill(slots, 0);
    }
}
