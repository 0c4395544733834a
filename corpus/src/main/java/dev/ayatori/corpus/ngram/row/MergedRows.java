package dev.ayatori.corpus.ngram.row;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorted rows of several places as one; rows of equal keys become one, whose last column is the sum of theirs. */
public final class MergedRows implements Rows {
    private final List<? extends Rows> all;
    private final int keys;
    private final PriorityQueue<Rows> others;
    private final int[] row;
    private @Nullable Rows head;
    private boolean there;

    /** Rows of some places, each sorted. */
    public MergedRows(List<? extends Rows> all, RowShape shape) {
        this.all = all;
        this.keys = shape.keys();
        this.row = new int[shape.width()];
        this.others = new PriorityQueue<>(Comparator.comparing(Rows::row, this::compare));
        all.stream().filter(Rows::next).forEach(others::add);
        this.head = others.poll();
    }

    private int compare(int[] left, int[] right) {
        return Arrays.compare(left, 0, keys, right, 0, keys);
    }

    @Override
    public boolean next() {
        there = head != null;
        if (head == null) {
            return false;
        }
        System.arraycopy(head.row(), 0, row, 0, row.length);
        advance(head);
        while (head != null && compare(row, head.row()) == 0) {
            row[row.length - 1] = Math.addExact(row[row.length - 1], head.row()[row.length - 1]);
            advance(head);
        }
        return true;
    }

    /** Most rows come from where the one before came from: the queue is asked only where they do not. */
    private void advance(Rows from) {
        Rows best = others.peek();
        if (!from.next()) {
            head = others.poll();
        } else if (best != null && compare(from.row(), best.row()) > 0) {
            others.poll();
            others.add(from);
            head = best;
        }
    }

    @Override
    public boolean there() {
        return there;
    }

    @Override
    public int[] row() {
        return row;
    }

    @Override
    public void close() {
        all.forEach(Rows::close);
    }
}
