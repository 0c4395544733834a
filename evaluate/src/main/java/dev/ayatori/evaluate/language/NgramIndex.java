package dev.ayatori.evaluate.language;

import java.util.Arrays;

/** Numbers the distinct n-grams of one order in order of appearance: an open-addressing hash table over longs. */
final class NgramIndex {

    static final int ABSENT = -1;

    private final int vocabulary;
    private int size;
    private long[] keys = new long[64];
    private int[] slots = emptySlots(128);

    NgramIndex(int vocabulary) {
        this.vocabulary = vocabulary;
    }

    int size() {
        return size;
    }

    /** Number of the n-gram that continues the (n-1)-gram {@code context} with {@code word}, or {@link #ABSENT}. */
    int find(int context, int word) {
        return slots[slotOf(key(context, word))];
    }

    /** Like {@link #find}, but a new n-gram gets the next number. */
    int add(int context, int word) {
        long key = key(context, word);
        int slot = slotOf(key);
        if (slots[slot] != ABSENT) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slotOf(key);
        }
        keys[size] = key;
        slots[slot] = size;
        return size++;
    }

    /** The (n-1)-gram that the n-gram continues. */
    int contextOf(int ngram) {
        return (int) (keys[ngram] / vocabulary);
    }

    private long key(int context, int word) {
        return (long) context * vocabulary + word;
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != ABSENT && keys[slots[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = emptySlots(slots.length * 2);
        for (int ngram = 0; ngram < size; ngram++) {
            slots[slotOf(keys[ngram])] = ngram;
        }
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, ABSENT);
        return slots;
    }
}
