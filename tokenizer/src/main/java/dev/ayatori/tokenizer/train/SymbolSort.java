package dev.ayatori.tokenizer.train;

/**
 * Sorts strings of symbols that end with a 0 by multikey quicksort: Bentley and Sedgewick, "Fast Algorithms for Sorting
 * and Searching Strings", SODA 1997. Equal strings keep no particular order.
 */
public final class SymbolSort {
    private static final int FEW = 12;

    private final char[] symbols;
    private final int[] starts;

    private SymbolSort(char[] symbols, int[] starts) {
        this.symbols = symbols;
        this.starts = starts;
    }

    /**
     * Sorts strings that share their first symbols.
     *
     * @param symbols where the strings stand
     * @param starts where each begins: the first {@code count} of them are brought in order
     */
    public static void sort(char[] symbols, int[] starts, int count) {
        new SymbolSort(symbols, starts).sort(0, count, 0);
    }

    private void sort(int from, int to, int depth) {
        int low = from;
        int high = to;
        int shared = depth;
        while (high - low > FEW) {
            int pivot = median(symbol(low, shared), symbol((low + high) >>> 1, shared), symbol(high - 1, shared));
            int smaller = low;
            int larger = high;
            for (int i = low; i < larger; ) {
                int symbol = symbol(i, shared);
                if (symbol < pivot) {
                    swap(smaller++, i++);
                } else if (symbol > pivot) {
                    swap(--larger, i);
                } else {
                    i++;
                }
            }
            sort(low, smaller, shared);
            sort(larger, high, shared);
            if (pivot == 0) {
                return;
            }
            low = smaller;
            high = larger;
            shared++;
        }
        insert(low, high, shared);
    }

    private int symbol(int index, int depth) {
        return symbols[starts[index] + depth];
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        int start = starts[i];
        starts[i] = starts[j];
        starts[j] = start;
    }

    private void insert(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            int start = starts[i];
            int j = i;
            while (j > from && compare(start, starts[j - 1], depth) < 0) {
                starts[j] = starts[j - 1];
                j--;
            }
            starts[j] = start;
        }
    }

    private int compare(int left, int right, int depth) {
        for (int i = depth; ; i++) {
            char symbol = symbols[left + i];
            if (symbol != symbols[right + i] || symbol == 0) {
                return symbol - symbols[right + i];
            }
        }
    }
}
