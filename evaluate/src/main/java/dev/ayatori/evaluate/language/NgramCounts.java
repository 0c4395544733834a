package dev.ayatori.evaluate.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The n-grams of a text up to some order, with raw and with continuation counts.
 *
 * <p>An n-gram is named by its number within its order; the number of a unigram is its token.
 */
final class NgramCounts {

    private final int order;
    private final int vocabulary;
    private final NgramIndex[] indexes;
    private final int[][] counts;
    private final int[][] suffixes;

    /** Counts every n-gram but the first token of a sequence, which is context only and marks the beginning of a text. */
    NgramCounts(List<int[]> sequences, int order, int vocabulary) {
        this.order = order;
        this.vocabulary = vocabulary;
        indexes = new NgramIndex[order + 1];
        counts = new int[order + 1][0];
        suffixes = new int[order + 1][0];
        counts[1] = new int[vocabulary];
        for (int level = 2; level <= order; level++) {
            indexes[level] = new NgramIndex(vocabulary);
        }
        sequences.forEach(this::count);
    }

    int order() {
        return order;
    }

    /** Number of distinct n-grams of an order; for unigrams the vocabulary. */
    int size(int level) {
        return level == 1 ? vocabulary : indexes[level].size();
    }

    int contextOf(int level, int ngram) {
        return indexes[level].contextOf(ngram);
    }

    /** The n-gram of order {@code level} continuing a context of one order less, or {@link NgramIndex#ABSENT}. */
    int find(int level, int context, int word) {
        if (level == 1) {
            return word;
        }
        return context == NgramIndex.ABSENT ? NgramIndex.ABSENT : indexes[level].find(context, word);
    }

    /**
     * The counts that the Kneser-Ney model of an order is made of: raw counts at the highest order; below it the number
     * of distinct tokens that stand before the n-gram, but raw counts again for n-grams that begin a text, before which
     * nothing can stand.
     */
    int[] adjustedCounts(int level, int textStart) {
        if (level == order) {
            return Arrays.copyOf(counts[level], size(level));
        }
        int[] adjusted = new int[size(level)];
        for (int longer = 0; longer < size(level + 1); longer++) {
            adjusted[suffixes[level + 1][longer]]++;
        }
        BitSet beginning = beginningText(level, textStart);
        for (int n = beginning.nextSetBit(0); n >= 0; n = beginning.nextSetBit(n + 1)) {
            adjusted[n] = counts[level][n];
        }
        return adjusted;
    }

    /** The n-grams of order two and more whose first token is the mark of a text's beginning. */
    private BitSet beginningText(int level, int textStart) {
        BitSet beginning = new BitSet();
        if (level == 1) {
            return beginning;
        }
        beginning.set(textStart);
        for (int below = 2; below <= level; below++) {
            BitSet longer = new BitSet();
            for (int ngram = 0; ngram < size(below); ngram++) {
                longer.set(ngram, beginning.get(contextOf(below, ngram)));
            }
            beginning = longer;
        }
        return beginning;
    }

    private void count(int[] sequence) {
        int[] before = new int[order + 1];
        int[] now = new int[order + 1];
        for (int i = 0; i < sequence.length; i++) {
            now[1] = sequence[i];
            if (i > 0) {
                counts[1][sequence[i]]++;
            }
            for (int level = 2; level <= Math.min(order, i + 1); level++) {
                now[level] = indexes[level].add(before[level - 1], sequence[i]);
                record(level, now[level], now[level - 1]);
            }
            int[] swap = before;
            before = now;
            now = swap;
        }
    }

    private void record(int level, int ngram, int suffix) {
        if (ngram >= counts[level].length) {
            int length = Math.max(64, ngram * 2);
            counts[level] = Arrays.copyOf(counts[level], length);
            suffixes[level] = Arrays.copyOf(suffixes[level], length);
        }
        counts[level][ngram]++;
        suffixes[level][ngram] = suffix;
    }
}
