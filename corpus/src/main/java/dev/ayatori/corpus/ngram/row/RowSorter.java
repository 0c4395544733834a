package dev.ayatori.corpus.ngram.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts any number of rows in bounded memory by their first columns, the keys; rows of equal keys become one, whose last column is
 * the sum of theirs.
 *
 * <p>In memory two columns share a long; each column is sorted by its digits, the last key and the lowest digit first, and rows of
 * equal digits keep their order. So columns by which rows are sorted already, apart from those before them, need no sorting. What
 * is full of equal keys is drawn together and filled again; else it goes to a file. The files are merged when they are read.
 */
public final class RowSorter {
    /** Few enough digits for the cache to hold the end of each one's rows. */
    private static final int DIGIT_BITS = 11;
    /** How full memory may be after drawing together for more to be worth while. */
    private static final double FULL = 0.7;

    private final Path place;
    private final RowShape shape;
    private final int width;
    private final int stride;
    private final int unsorted;
    private final List<Path> files = new ArrayList<>();
    private final int[] row;
    private long[] rows;
    private long[] spare;
    private int size;

    /**
     * A sorter.
     *
     * @param place files with numbers stand beside it
     * @param unsorted so many of the first keys: by the others the rows come sorted where these are equal
     * @param memory bytes it may fill
     */
    public RowSorter(Path place, RowShape shape, int unsorted, long memory) {
        this.place = place;
        this.shape = shape;
        this.width = shape.width();
        this.unsorted = unsorted;
        this.stride = (width + 1) / 2;
        this.row = new int[width];
        long most = Math.clamp(memory / 2 / Long.BYTES, 64L * stride, Integer.MAX_VALUE - 16);
        this.rows = new long[(int) (most / stride) * stride];
        this.spare = new long[rows.length];
    }

    /** Adds a row. */
    public void add(int[] added) {
        if (size == rows.length) {
            drawTogether();
            if (size > FULL * rows.length) {
                spill();
            }
        }
        for (int i = 0; i < width - 1; i += 2) {
            rows[size++] = (long) added[i] << 32 | added[i + 1] & 0xFFFFFFFFL;
        }
        if (width % 2 == 1) {
            rows[size++] = (long) added[width - 1] << 32;
        }
    }

    /** Sorts what is in memory and makes rows of equal keys one. */
    private void drawTogether() {
        for (int column = unsorted - 1; column >= 0; column--) {
            sort(column);
        }
        int last = 0;
        for (int next = stride; next < size; next += stride) {
            if (equal(last, next)) {
                long sum = (long) get(last, width - 1) + get(next, width - 1);
                put(last, width - 1, Math.toIntExact(sum));
            } else {
                last += stride;
                System.arraycopy(rows, next, rows, last, stride);
            }
        }
        size = Math.min(size, last + stride);
    }

    private int get(int at, int column) {
        long both = rows[at + column / 2];
        return (int) (column % 2 == 0 ? both >>> 32 : both);
    }

    private void put(int at, int column, int value) {
        int slot = at + column / 2;
        rows[slot] = column % 2 == 0
                ? (long) value << 32 | rows[slot] & 0xFFFFFFFFL
                : rows[slot] & ~0xFFFFFFFFL | value & 0xFFFFFFFFL;
    }

    private boolean equal(int left, int right) {
        int keys = shape.keys();
        for (int i = 0; i < keys / 2; i++) {
            if (rows[left + i] != rows[right + i]) {
                return false;
            }
        }
        return keys % 2 == 0 || rows[left + keys / 2] >>> 32 == rows[right + keys / 2] >>> 32;
    }

    private void spill() {
        Path file = place.resolveSibling(place.getFileName() + "." + files.size());
        try (RowWriter out = new RowWriter(file, shape)) {
            for (int at = 0; at < size; at += stride) {
                for (int i = 0; i < width; i++) {
                    row[i] = get(at, i);
                }
                out.add(row);
            }
        }
        files.add(file);
        size = 0;
    }

    private void sort(int column) {
        int shift = column % 2 == 0 ? 32 : 0;
        int bits = 0;
        for (int at = column / 2; at < size; at += stride) {
            bits |= (int) (rows[at] >>> shift);
        }
        int left = Integer.SIZE - Integer.numberOfLeadingZeros(bits);
        while (left > 0) {
            // equal steps: 12 bits are 6 and 6
            int step = (left - 1) / ((left + DIGIT_BITS - 1) / DIGIT_BITS) + 1;
            sort(column / 2, shift, step);
            shift += step;
            left -= step;
        }
    }

    /** Sorts by a few bits of one long of each row. */
    private void sort(int slot, int shift, int bits) {
        int mask = (1 << bits) - 1;
        int[] places = new int[mask + 2];
        for (int at = slot; at < size; at += stride) {
            places[((int) (rows[at] >>> shift) & mask) + 1] += stride;
        }
        for (int digit = 1; digit <= mask; digit++) {
            places[digit] += places[digit - 1];
        }
        for (int at = 0; at < size; at += stride) {
            int digit = (int) (rows[at + slot] >>> shift) & mask;
            int place = places[digit];
            places[digit] = place + stride;
            for (int i = 0; i < stride; i++) {
                spare[place + i] = rows[at + i];
            }
        }
        long[] sorted = spare;
        spare = rows;
        rows = sorted;
    }

    /** Everything in order, and no memory any more. */
    public Rows sorted() {
        drawTogether();
        spill();
        rows = new long[0];
        spare = rows;
        return new MergedRows(
                files.stream().map(file -> new RowReader(file, shape)).toList(), shape);
    }

    /** How many files there are. */
    public int files() {
        return files.size();
    }
}
