package dev.ayatori.corpus.filter.view;

/**
 * Counts 64-bit hashes in an open table. A slot holds 40 bits of the hash and a count of 24; with the place in the table
 * that tells hashes apart so well that two runs of words hardly ever count as one.
 */
final class GramTable {
    private static final long COUNT = (1 << 24) - 1;

    private final long[] slots;
    private final int mask;
    private int most;

    GramTable(int capacity) {
        int size = Integer.highestOneBit(Math.max(8, capacity)) << 2;
        this.slots = new long[size];
        this.mask = size - 1;
    }

    /** How often the hash was added, this time included. */
    int add(long hash) {
        long mixed = mixed(hash);
        int slot = slot(mixed);
        long value = slots[slot];
        long count = Math.min(COUNT, (value & COUNT) + 1);
        slots[slot] = mixed & ~COUNT | count;
        most = Math.max(most, (int) count);
        return (int) count;
    }

    /** How often the hash was added. */
    int count(long hash) {
        return (int) (slots[slot(mixed(hash))] & COUNT);
    }

    /** Adds a hash unless it is there; whether it was there. */
    boolean addIfNew(long hash) {
        long mixed = mixed(hash);
        int slot = slot(mixed);
        if (slots[slot] != 0) {
            return true;
        }
        slots[slot] = mixed & ~COUNT | 1;
        return false;
    }

    /** At each number, how many hashes were added that often. */
    int[] frequencies() {
        int[] frequencies = new int[most + 1];
        for (long slot : slots) {
            frequencies[(int) (slot & COUNT)] += slot == 0 ? 0 : 1;
        }
        return frequencies;
    }

    private static long mixed(long hash) {
        long h = hash * 0x9E3779B97F4A7C15L;
        return h ^ h >>> 32;
    }

    private int slot(long mixed) {
        int slot = (int) mixed & mask;
        long value = slots[slot];
        while (value != 0 && (value & ~COUNT) != (mixed & ~COUNT)) {
            slot = slot + 1 & mask;
            value = slots[slot];
        }
        return slot;
    }
}
