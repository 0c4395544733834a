package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.SymbolSort;
import java.util.Arrays;

/**
 * The suffixes of all segments that begin alike, cut behind the longest piece, in order: their repeated beginnings are the
 * nodes of the suffix tree (Abouelhoda et al. 2004).
 *
 * @param prefix what all suffixes begin with
 * @param from the first code that follows in this partition
 * @param to one more than the last
 */
record SeedPartition(char[] prefix, int from, int to) {
    /** Whether a suffix belongs here. */
    boolean holds(char[] codes, int at, int length) {
        int next = at + prefix.length;
        return next < length
                && codes[next] >= from
                && codes[next] < to
                && Arrays.equals(codes, at, next, prefix, 0, prefix.length);
    }

    /** Takes a repeated beginning: where it stands and how much its occurrences weigh together. */
    interface Sink {
        void node(char[] symbols, int start, int length, long weight);
    }

    /** The suffixes of one partition; one instance serves many partitions after each other. */
    static final class Suffixes {
        private final int stride;
        private final char[] symbols;
        private final int[] starts;
        private final long[] weights;
        private int size;

        /**
         * Room for suffixes.
         *
         * @param most how many at once
         * @param longest codes that are looked at
         */
        Suffixes(int most, int longest) {
            this.stride = longest + 1;
            this.symbols = new char[most * stride];
            this.starts = new int[most];
            this.weights = new long[most];
        }

        /** Bytes for one suffix. */
        static int bytes(int longest) {
            return (longest + 1) * Character.BYTES + Integer.BYTES + Long.BYTES;
        }

        void add(char[] codes, int at, int length, long weight) {
            int start = size * stride;
            int count = Math.min(stride - 1, length - at);
            System.arraycopy(codes, at, symbols, start, count);
            symbols[start + count] = 0;
            starts[size] = start;
            weights[size++] = weight;
        }

        /** Walks all intervals of equal beginnings with a stack of those still open, and each single suffix on its way. */
        void nodes(Sink sink) {
            SymbolSort.sort(symbols, starts, size);
            int[] depths = new int[stride + 1];
            int[] lefts = new int[stride + 1];
            long[] before = new long[stride + 1];
            int open = 0;
            int sharedBefore = 0;
            long total = 0;
            for (int rank = 0; rank < size; rank++) {
                int depth = rank + 1 < size ? shared(starts[rank], starts[rank + 1]) : 0;
                int length = length(starts[rank]);
                long weight = weights[starts[rank] / stride];
                if (length > Math.max(sharedBefore, depth)) {
                    sink.node(symbols, starts[rank], length, weight);
                }
                int left = rank;
                long weightBefore = total;
                total += weight;
                while (open > 0 && depths[open] > depth) {
                    left = lefts[open];
                    weightBefore = before[open];
                    sink.node(symbols, starts[left], depths[open], total - weightBefore);
                    open--;
                }
                if (depth > depths[open]) {
                    open++;
                    depths[open] = depth;
                    lefts[open] = left;
                    before[open] = weightBefore;
                }
                sharedBefore = depth;
            }
            size = 0;
        }

        private int shared(int left, int right) {
            int shared = 0;
            while (symbols[left + shared] != 0 && symbols[left + shared] == symbols[right + shared]) {
                shared++;
            }
            return shared;
        }

        private int length(int start) {
            int length = 0;
            while (symbols[start + length] != 0) {
                length++;
            }
            return length;
        }
    }
}
