package dev.ayatori.search.suffix;

import java.util.Arrays;

/**
 * Linear-time suffix sorting by induced sorting of the leftmost S-type (LMS) suffixes: SA-IS.
 *
 * <p>Ge Nong, Sen Zhang, Wai Hong Chan: Linear Suffix Array Construction by Almost Pure Induced-Sorting. DCC 2009. The
 * paper's sentinel is not stored: the last symbol counts as L-type and is the first one induced. Repetition costs
 * nothing extra, unlike sorting by comparison.
 */
public final class SuffixSorting {
    private static final int EMPTY = Integer.MIN_VALUE;

    private final int[] text;
    private final int alphabet;
    private final long[] types; // bit set: S-type
    private final int[] suffixes;

    private SuffixSorting(int[] text, int alphabet) {
        this.text = text;
        this.alphabet = alphabet;
        this.types = new long[(text.length >>> 6) + 1];
        this.suffixes = new int[text.length];
    }

    /**
     * The start of every suffix of {@code text} in rising order of the suffixes; a suffix that begins another one comes
     * first.
     *
     * @param text symbols in [0, alphabet)
     */
    public static int[] sort(int[] text, int alphabet) {
        if (text.length < 2) {
            return new int[text.length];
        }
        SuffixSorting sorting = new SuffixSorting(text, alphabet);
        sorting.classify();
        sorting.induce(sorting.sortedLms(sorting.lmsPositions()));
        return sorting.suffixes;
    }

    private void classify() {
        boolean shorter = false;
        for (int i = text.length - 2; i >= 0; i--) {
            shorter = text[i] < text[i + 1] || (text[i] == text[i + 1] && shorter);
            if (shorter) {
                types[i >>> 6] |= 1L << i;
            }
        }
    }

    private boolean isS(int position) {
        return ((types[position >>> 6] >>> position) & 1) != 0;
    }

    private boolean isLms(int position) {
        return position > 0 && isS(position) && !isS(position - 1);
    }

    private int[] lmsPositions() {
        int count = 0;
        for (int i = 1; i < text.length; i++) {
            count += isLms(i) ? 1 : 0;
        }
        int[] positions = new int[count];
        for (int i = 1, k = 0; k < count; i++) {
            if (isLms(i)) {
                positions[k++] = i;
            }
        }
        return positions;
    }

    /** The LMS suffixes in rising order: by their LMS substrings, and by recursion on the names of these where equal. */
    private int[] sortedLms(int[] positions) {
        if (positions.length < 2) {
            return positions;
        }
        induce(positions);
        int[] names = new int[(text.length >>> 1) + 1]; // LMS positions are never neighbours
        int distinct = name(names);
        int[] reduced = new int[positions.length];
        for (int k = 0; k < positions.length; k++) {
            reduced[k] = names[positions[k] >>> 1];
        }
        int[] order = distinct == positions.length ? inverse(reduced) : sort(reduced, distinct);
        for (int k = 0; k < order.length; k++) {
            order[k] = positions[order[k]];
        }
        return order;
    }

    /** Gives equal LMS substrings equal names, rising in their order, and returns how many names there are. */
    private int name(int[] names) {
        int next = -1;
        int previous = EMPTY;
        for (int position : suffixes) {
            if (isLms(position)) {
                if (previous == EMPTY || !sameLmsSubstring(previous, position)) {
                    next++;
                }
                names[position >>> 1] = next;
                previous = position;
            }
        }
        return next + 1;
    }

    private boolean sameLmsSubstring(int left, int right) {
        int last = text.length - Math.max(left, right);
        for (int d = 0; d < last; d++) {
            if (text[left + d] != text[right + d] || isS(left + d) != isS(right + d)) {
                return false;
            }
            if (d > 0 && (isLms(left + d) || isLms(right + d))) {
                return isLms(left + d) && isLms(right + d);
            }
        }
        return false;
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    /** Puts the LMS suffixes into their buckets in the given order and induces the order of all others from them. */
    private void induce(int[] lms) {
        Arrays.fill(suffixes, EMPTY);
        int[] ends = bucketEnds();
        for (int k = lms.length - 1; k >= 0; k--) {
            suffixes[--ends[text[lms[k]]]] = lms[k];
        }
        induceL();
        induceS();
    }

    /**
     * Scans upwards: the L-type suffix before each one goes to the front of its bucket. An entry is stored inverted when
     * the suffix before it is S-type: looked up while its neighbour is in the cache, so that no scan visits it in vain.
     */
    private void induceL() {
        int[] starts = bucketEnds();
        System.arraycopy(starts, 0, starts, 1, alphabet - 1);
        starts[0] = 0;
        int last = text.length - 1;
        suffixes[starts[text[last]]++] = markedL(last);
        for (int i = 0; i < suffixes.length; i++) {
            if (suffixes[i] > 0) {
                int before = suffixes[i] - 1;
                suffixes[starts[text[before]]++] = markedL(before);
            }
        }
    }

    /** Scans downwards: the S-type suffix before each inverted entry goes to the end of its bucket. */
    private void induceS() {
        int[] ends = bucketEnds();
        for (int i = suffixes.length - 1; i >= 0; i--) {
            if (suffixes[i] < 0) {
                int position = ~suffixes[i];
                suffixes[i] = position;
                int before = position - 1;
                suffixes[--ends[text[before]]] = markedS(before);
            }
        }
    }

    private int markedL(int position) {
        return position > 0 && text[position - 1] < text[position] ? ~position : position;
    }

    private int markedS(int position) {
        return position > 0 && text[position - 1] <= text[position] ? ~position : position;
    }

    private int[] bucketEnds() {
        int[] ends = new int[alphabet];
        for (int symbol : text) {
            ends[symbol]++;
        }
        for (int c = 1; c < alphabet; c++) {
            ends[c] += ends[c - 1];
        }
        return ends;
    }
}
