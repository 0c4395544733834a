package dev.ayatori.corpus.spill;

import java.util.List;

/** Merges sorted rows of longs into one, and tells which row each long comes from; among equals the earlier row first. */
public final class LongMerge implements LongCursor {
    private final List<? extends LongCursor> rows;
    private final long[] values;
    private final int[] heap;
    private int size;
    private boolean begun;

    /** A merge of rows of which each rises. */
    public LongMerge(List<? extends LongCursor> rows) {
        this.rows = rows;
        this.values = new long[rows.size()];
        this.heap = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).advance()) {
                values[row] = rows.get(row).value();
                heap[size] = row;
                up(size++);
            }
        }
    }

    @Override
    public boolean advance() {
        if (begun) {
            int row = heap[0];
            if (rows.get(row).advance()) {
                assert rows.get(row).value() >= values[row] : "a row that falls";
                values[row] = rows.get(row).value();
            } else {
                heap[0] = heap[--size];
            }
            down();
        }
        begun = true;
        return size > 0;
    }

    @Override
    public long value() {
        return values[heap[0]];
    }

    /** The number of the row that the long comes from. */
    public int row() {
        return heap[0];
    }

    private boolean before(int left, int right) {
        return values[left] < values[right] || (values[left] == values[right] && left < right);
    }

    private void up(int child) {
        for (int at = child; at > 0 && before(heap[at], heap[(at - 1) / 2]); at = (at - 1) / 2) {
            swap(at, (at - 1) / 2);
        }
    }

    private void down() {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], heap[at])) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int left, int right) {
        int row = heap[left];
        heap[left] = heap[right];
        heap[right] = row;
    }
}
