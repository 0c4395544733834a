package dev.ayatori.tokenizer.encode;

import java.util.Arrays;

/** What two symbols side by side merge into, and how early: a hash table from pairs to numbers. */
final class PairTable {
    static final long NONE = -1;

    private long[] keys;
    private long[] values;
    private int size;

    PairTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected)) * 4;
        keys = new long[capacity];
        values = new long[capacity];
        Arrays.fill(values, NONE);
    }

    /** Rank (less is earlier) and symbol of a merge, or {@link #NONE}. */
    long get(int left, int right) {
        long key = key(left, right);
        int slot = slot(key);
        while (values[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return values[slot];
    }

    /** Adds a merge unless the pair has one; tells whether it was added. */
    boolean add(int left, int right, int rank, int merged) {
        if (size * 2 >= keys.length) {
            grow();
        }
        long key = key(left, right);
        int slot = slot(key);
        while (values[slot] != NONE) {
            if (keys[slot] == key) {
                return false;
            }
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        values[slot] = (long) rank << 32 | merged;
        size++;
        return true;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        Arrays.fill(values, NONE);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                add((int) (oldKeys[i] >>> 32), (int) oldKeys[i], (int) (oldValues[i] >>> 32), (int) oldValues[i]);
            }
        }
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32 ^ mixed >>> 47) & keys.length - 1;
    }
}
