package dev.ayatori.tokenizer.encode;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Merges the symbols of one word, the earliest pair first and of equal pairs the leftmost (Sennrich et al. 2016).
 *
 * <p>Short words are searched through for each merge; long ones keep their pairs in a heap, so that a word of n symbols
 * takes O(n log n) steps whatever it holds.
 */
final class Merging {
    private static final int SHORT = 48;
    private static final long NO_PAIR = PairTable.NONE >>> 32;

    private final PairTable table;
    /** The symbols at work; those merged into their left neighbour are -1. */
    int[] symbols = new int[256];

    private int[] next = new int[257];
    private int[] previous = new int[257];
    private long[] heap = new long[256];
    private int heapSize;
    private int end;
    private long[] merges = new long[SHORT];

    Merging(PairTable table) {
        this.table = table;
    }

    /** Makes room for the symbols of a word. */
    void reserve(int length) {
        if (symbols.length < length) {
            int capacity = Math.max(length, symbols.length * 2);
            symbols = Arrays.copyOf(symbols, capacity);
            next = new int[capacity + 1];
            previous = new int[capacity + 1];
        }
    }

    boolean isLarge() {
        return symbols.length > 1 << 16;
    }

    /** Merges the first {@code length} symbols and gives how many are left, now side by side. */
    int merge(int length) {
        return length <= SHORT ? mergeShort(length) : mergeLong(length);
    }

    private int mergeShort(int length) {
        int size = length;
        for (int i = 0; i + 1 < size; i++) {
            merges[i] = table.get(symbols[i], symbols[i + 1]);
        }
        while (size > 1) {
            int best = -1;
            long rank = NO_PAIR;
            for (int i = 0; i + 1 < size; i++) {
                if (merges[i] >>> 32 < rank) {
                    rank = merges[i] >>> 32;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            symbols[best] = (int) merges[best];
            size--;
            System.arraycopy(symbols, best + 2, symbols, best + 1, size - best - 1);
            System.arraycopy(merges, best + 1, merges, best, size - best - 1);
            if (best > 0) {
                merges[best - 1] = table.get(symbols[best - 1], symbols[best]);
            }
            if (best + 1 < size) {
                merges[best] = table.get(symbols[best], symbols[best + 1]);
            }
        }
        return size;
    }

    private int mergeLong(int length) {
        begin(length);
        while (heapSize > 0) {
            long top = pop();
            mergeAt((int) top, (int) (top >>> 32));
        }
        return compact(length);
    }

    /** As {@link #merge}, but leaves each merge out with a probability. */
    int mergeWithDropout(int length, double dropout, RandomGenerator random) {
        begin(length);
        while (heapSize > 0) {
            long top = pop();
            if (random.nextDouble() >= dropout) {
                mergeAt((int) top, (int) (top >>> 32));
            }
        }
        return compact(length);
    }

    private void begin(int length) {
        heapSize = 0;
        for (int i = 0; i < length; i++) {
            previous[i] = i - 1;
            next[i] = i + 1;
        }
        next[length] = length;
        for (int i = 0; i + 1 < length; i++) {
            offer(i, i + 1);
        }
        end = length;
    }

    private void offer(int left, int right) {
        long merge = table.get(symbols[left], symbols[right]);
        if (merge != PairTable.NONE) {
            push(merge >>> 32 << 32 | left);
        }
    }

    /** Merges the pair that starts at a place if it is still the one that was meant. */
    private void mergeAt(int left, int rank) {
        int right = symbols[left] < 0 ? end : next[left];
        if (right == end) {
            return;
        }
        long merge = table.get(symbols[left], symbols[right]);
        if (merge == PairTable.NONE || (int) (merge >>> 32) != rank) {
            return;
        }
        symbols[left] = (int) merge;
        symbols[right] = -1;
        next[left] = next[right];
        if (next[left] < end) {
            previous[next[left]] = left;
            offer(left, next[left]);
        }
        if (previous[left] >= 0) {
            offer(previous[left], left);
        }
    }

    /** The two symbols that would merge into the given one at last, when a word is that piece. */
    MergeRules.@Nullable Split lastMergeOf(int length, int symbol) {
        begin(length);
        while (heapSize > 0) {
            long top = pop();
            int left = (int) top;
            int right = symbols[left] < 0 ? end : next[left];
            if (right < end && (int) table.get(symbols[left], symbols[right]) == symbol) {
                return new MergeRules.Split(symbols[left], symbols[right]);
            }
            mergeAt(left, (int) (top >>> 32));
        }
        return null;
    }

    private int compact(int length) {
        int size = 0;
        for (int i = 0; i < length; i = next[i]) {
            symbols[size++] = symbols[i];
        }
        return size;
    }

    private void push(long value) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, heapSize * 2);
        }
        int at = heapSize++;
        while (at > 0 && heap[(at - 1) / 2] > value) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = value;
    }

    private long pop() {
        long top = heap[0];
        long last = heap[--heapSize];
        int at = 0;
        for (int child = 1; child < heapSize; child = 2 * at + 1) {
            if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }
}
