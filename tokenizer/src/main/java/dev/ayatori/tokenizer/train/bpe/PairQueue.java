package dev.ayatori.tokenizer.train.bpe;

import java.util.Arrays;

/** Pairs by falling count, equal counts by their order: a binary heap in flat arrays. Counts may be out of date. */
final class PairQueue {
    /** Decides between two pairs of equal count. */
    interface Order {
        /** Whether the first pair goes before the second. */
        boolean before(int pair, int other);
    }

    private final Order order;
    private long[] counts = new long[1 << 10];
    private int[] pairs = new int[1 << 10];
    private int size;

    PairQueue(Order order) {
        this.order = order;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The count that the first pair was added with. */
    long firstCount() {
        return counts[0];
    }

    void add(int pair, long count) {
        if (size == pairs.length) {
            counts = Arrays.copyOf(counts, size * 2);
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(pair, count, parent)) {
                break;
            }
            pairs[at] = pairs[parent];
            counts[at] = counts[parent];
            at = parent;
        }
        pairs[at] = pair;
        counts[at] = count;
    }

    /** Takes the first pair out. */
    int remove() {
        int first = pairs[0];
        int pair = pairs[--size];
        long count = counts[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(pairs[child + 1], counts[child + 1], child)) {
                child++;
            }
            if (before(pair, count, child)) {
                break;
            }
            pairs[at] = pairs[child];
            counts[at] = counts[child];
            at = child;
        }
        pairs[at] = pair;
        counts[at] = count;
        return first;
    }

    private boolean before(int pair, long count, int place) {
        return count != counts[place] ? count > counts[place] : order.before(pair, pairs[place]);
    }
}
