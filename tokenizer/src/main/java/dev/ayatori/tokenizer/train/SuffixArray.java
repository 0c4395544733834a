package dev.ayatori.tokenizer.train;

import java.util.Arrays;

/**
 * The order of all suffixes of a text, by induced sorting in linear time (Nong, Zhang and Chan 2009), and the lengths of
 * the prefixes that neighbours share (Kasai et al. 2001).
 */
final class SuffixArray {
    private SuffixArray() {}

    /**
     * The start of each suffix, smallest suffix first.
     *
     * @param text numbers from 0 to {@code size - 1}
     * @param size how many different numbers there may be
     */
    static int[] of(int[] text, int size) {
        if (text.length == 0) {
            return new int[0];
        }
        return new Induction(text, size).sort();
    }

    /** One level of the recursion: sorts the suffixes of a text by those of its leftmost-S positions. */
    private static final class Induction {
        private static final int EMPTY = -1;

        private final int[] text;
        private final int length;
        /** True at positions whose suffix is smaller than the next one. */
        private final boolean[] smaller;

        private final int[] bucketStarts;
        private final int[] order;

        Induction(int[] text, int size) {
            this.text = text;
            this.length = text.length;
            smaller = new boolean[length];
            for (int i = length - 2; i >= 0; i--) {
                smaller[i] = text[i] == text[i + 1] ? smaller[i + 1] : text[i] < text[i + 1];
            }
            bucketStarts = new int[size + 1];
            for (int symbol : text) {
                bucketStarts[symbol + 1]++;
            }
            for (int symbol = 0; symbol < size; symbol++) {
                bucketStarts[symbol + 1] += bucketStarts[symbol];
            }
            order = new int[length];
        }

        int[] sort() {
            int[] positions = leftmost();
            if (positions.length > 0) {
                induce(positions);
                induce(sortedLeftmost(positions));
            } else {
                induce(positions);
            }
            return order;
        }

        private boolean isLeftmost(int position) {
            return position > 0 && smaller[position] && !smaller[position - 1];
        }

        private int[] leftmost() {
            int[] positions = new int[length / 2 + 1];
            int count = 0;
            for (int i = 1; i < length; i++) {
                if (isLeftmost(i)) {
                    positions[count++] = i;
                }
            }
            return Arrays.copyOf(positions, count);
        }

        /** Sorts all suffixes, given the leftmost-S ones in an order that is right as far as it matters. */
        private void induce(int[] seeds) {
            Arrays.fill(order, EMPTY);
            int[] next = Arrays.copyOfRange(bucketStarts, 1, bucketStarts.length);
            for (int i = seeds.length - 1; i >= 0; i--) {
                order[--next[text[seeds[i]]]] = seeds[i];
            }
            next = Arrays.copyOf(bucketStarts, bucketStarts.length - 1);
            order[next[text[length - 1]]++] = length - 1;
            for (int i = 0; i < length; i++) {
                int position = order[i] - 1;
                if (position >= 0 && !smaller[position]) {
                    order[next[text[position]]++] = position;
                }
            }
            next = Arrays.copyOfRange(bucketStarts, 1, bucketStarts.length);
            for (int i = length - 1; i >= 0; i--) {
                int position = order[i] - 1;
                if (position >= 0 && smaller[position]) {
                    order[--next[text[position]]] = position;
                }
            }
        }

        /** The leftmost-S suffixes in their true order: their stretches become symbols of a shorter text, sorted likewise. */
        private int[] sortedLeftmost(int[] positions) {
            int[] indexes = new int[length];
            Arrays.fill(indexes, EMPTY);
            for (int i = 0; i < positions.length; i++) {
                indexes[positions[i]] = i;
            }
            int[] names = new int[positions.length];
            int name = -1;
            int previous = EMPTY;
            for (int position : order) {
                if (indexes[position] == EMPTY) {
                    continue;
                }
                if (previous == EMPTY || !equalStretches(previous, position, positions, indexes)) {
                    name++;
                }
                names[indexes[position]] = name;
                previous = position;
            }
            int[] shorter = name + 1 == names.length ? inverse(names) : SuffixArray.of(names, name + 1);
            int[] sorted = new int[positions.length];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = positions[shorter[i]];
            }
            return sorted;
        }

        private boolean equalStretches(int left, int right, int[] positions, int[] indexes) {
            int leftEnd = stretchEnd(left, positions, indexes);
            int rightEnd = stretchEnd(right, positions, indexes);
            if (leftEnd - left != rightEnd - right || leftEnd == length || rightEnd == length) {
                return false;
            }
            for (int i = 0; left + i <= leftEnd; i++) {
                if (text[left + i] != text[right + i]) {
                    return false;
                }
            }
            return true;
        }

        private int stretchEnd(int position, int[] positions, int[] indexes) {
            int next = indexes[position] + 1;
            return next < positions.length ? positions[next] : length;
        }

        private static int[] inverse(int[] names) {
            int[] inverse = new int[names.length];
            for (int i = 0; i < names.length; i++) {
                inverse[names[i]] = i;
            }
            return inverse;
        }
    }

    /**
     * How many symbols each suffix shares with the one before it in order, not counting anything from a 0 on.
     *
     * @return shared length at each rank; 0 at rank 0
     */
    static int[] sharedPrefixes(int[] text, int[] order) {
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        int[] shared = new int[order.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (rank[i] == 0) {
                length = 0;
                continue;
            }
            int other = order[rank[i] - 1];
            while (i + length < text.length
                    && other + length < text.length
                    && text[i + length] == text[other + length]
                    && text[i + length] != 0) {
                length++;
            }
            shared[rank[i]] = length;
            length = Math.max(0, length - 1);
        }
        return shared;
    }
}
