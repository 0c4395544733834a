package dev.ayatori.tokenizer.train.bpe;

import java.util.Arrays;

/** How often each pair of neighbouring symbols occurs, and in which words: flat arrays, found by open addressing. */
final class PairCounts {
    private static final int[] NOWHERE = {};

    private long[] pairs = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int[][] words = new int[1 << 12][];
    private int[] wordCounts = new int[1 << 12];
    private int[] marks = new int[1 << 12];
    private int size;
    /** One more than the index of a pair, 0 where free. */
    private int[] slots = new int[1 << 13];

    /** The index of a pair, new or not. */
    int index(int left, int right) {
        long pair = (long) left << Integer.SIZE | right;
        int mask = slots.length - 1;
        int slot = slot(pair) & mask;
        while (slots[slot] != 0) {
            if (pairs[slots[slot] - 1] == pair) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            words = Arrays.copyOf(words, size * 2);
            wordCounts = Arrays.copyOf(wordCounts, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
        }
        pairs[size] = pair;
        words[size] = NOWHERE;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int index = 0; index < size; index++) {
            int slot = slot(pairs[index]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = index + 1;
        }
    }

    private static int slot(long pair) {
        long hash = pair * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> Integer.SIZE);
    }

    int size() {
        return size;
    }

    int left(int index) {
        return (int) (pairs[index] >>> Integer.SIZE);
    }

    int right(int index) {
        return (int) pairs[index];
    }

    long count(int index) {
        return counts[index];
    }

    void add(int index, long count) {
        counts[index] += count;
    }

    /** Marks a pair with a number, not 0; false when it bears that mark already. */
    boolean mark(int index, int number) {
        boolean fresh = marks[index] != number;
        marks[index] = number;
        return fresh;
    }

    /** Notes that a pair occurs in a word; words are noted in their order, once each. */
    void note(int index, int word) {
        int count = wordCounts[index];
        if (count > 0 && words[index][count - 1] == word) {
            return;
        }
        if (count == words[index].length) {
            words[index] = Arrays.copyOf(words[index], Math.max(4, count * 2));
        }
        words[index][count] = word;
        wordCounts[index]++;
    }

    /** The words noted for a pair, which are forgotten. */
    int[] takeWords(int index) {
        int[] taken = Arrays.copyOf(words[index], wordCounts[index]);
        words[index] = NOWHERE;
        wordCounts[index] = 0;
        return taken;
    }
}
