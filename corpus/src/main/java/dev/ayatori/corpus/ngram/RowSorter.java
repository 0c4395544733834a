package dev.ayatori.corpus.ngram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of rows of integers in bounded memory by some of their columns; rows equal in all of these become one, whose
 * last column is the sum of theirs, where that is asked for.
 *
 * <p>In memory by multikey quicksort (Bentley and Sedgewick 1997), on disk by one merge.
 */
final class RowSorter {
    private final Path place;
    private final int width;
    private final int[] keys;
    private final boolean sums;
    private final int[] rows;
    private final List<Path> chunks = new ArrayList<>();
    private int size;

    /**
     * A sorter.
     *
     * @param keys the columns, that which decides first at the beginning
     * @param memory bytes it may fill
     */
    RowSorter(Path place, int width, int[] keys, boolean sums, long memory) {
        this.place = place;
        this.width = width;
        this.keys = keys;
        this.sums = sums;
        long most = Math.clamp(memory / Integer.BYTES, 1024L * width, Integer.MAX_VALUE - 16);
        this.rows = new int[(int) (most / width) * width];
    }

    void add(int[] row) {
        if (size == rows.length) {
            spill();
        }
        System.arraycopy(row, 0, rows, size, width);
        size += width;
    }

    private void spill() {
        sort(0, size / width, 0);
        Path chunk = place.resolveSibling(place.getFileName() + "." + chunks.size());
        try (RowWriter out = new RowWriter(chunk, width)) {
            int last = 0;
            for (int row = width; row < size; row += width) {
                if (sums && equal(rows, last, row)) {
                    rows[last + width - 1] = Math.addExact(rows[last + width - 1], rows[row + width - 1]);
                } else {
                    out.add(rows, last);
                    last = row;
                }
            }
            if (size > 0) {
                out.add(rows, last);
            }
        }
        chunks.add(chunk);
        size = 0;
    }

    private boolean equal(int[] array, int left, int right) {
        for (int key : keys) {
            if (array[left + key] != array[right + key]) {
                return false;
            }
        }
        return true;
    }

    private void sort(int from, int to, int key) {
        if (to - from < 2 || key == keys.length) {
            return;
        }
        int column = keys[key];
        int pivot = rows[(from + to >>> 1) * width + column];
        int low = from;
        int high = to;
        for (int i = from; i < high; ) {
            int value = rows[i * width + column];
            if (value < pivot) {
                swap(low++, i++);
            } else if (value > pivot) {
                swap(--high, i);
            } else {
                i++;
            }
        }
        sort(from, low, key);
        sort(low, high, key + 1);
        sort(high, to, key);
    }

    private void swap(int left, int right) {
        for (int i = 0; i < width && left != right; i++) {
            int held = rows[left * width + i];
            rows[left * width + i] = rows[right * width + i];
            rows[right * width + i] = held;
        }
    }

    /** Writes everything in order; returns how often memory was full. */
    int finish() {
        spill();
        PriorityQueue<RowReader> heads = new PriorityQueue<>(Comparator.comparing(RowReader::row, this::compare));
        List<RowReader> all =
                chunks.stream().map(chunk -> new RowReader(chunk, width)).toList();
        all.stream().filter(RowReader::next).forEach(heads::add);
        try (RowWriter out = new RowWriter(place, width)) {
            int[] held = new int[width];
            boolean holds = false;
            while (!heads.isEmpty()) {
                RowReader head = heads.remove();
                if (holds && sums && compare(held, head.row()) == 0) {
                    held[width - 1] = Math.addExact(held[width - 1], head.row()[width - 1]);
                } else {
                    if (holds) {
                        out.add(held, 0);
                    }
                    System.arraycopy(head.row(), 0, held, 0, width);
                    holds = true;
                }
                if (head.next()) {
                    heads.add(head);
                }
            }
            if (holds) {
                out.add(held, 0);
            }
        } finally {
            all.forEach(RowReader::close);
            chunks.forEach(RowSorter::delete);
        }
        return chunks.size() - 1;
    }

    private int compare(int[] left, int[] right) {
        for (int key : keys) {
            if (left[key] != right[key]) {
                return Integer.compare(left[key], right[key]);
            }
        }
        return 0;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + file, e);
        }
    }
}
