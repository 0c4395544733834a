package dev.ayatori.corpus.ngram;

/** The n-grams of one order by 64 bits of hash, with log10 probability and weight. */
final class NgramTable {
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final long[] hashes;
    private final double[] probabilities;
    private final double[] weights;
    private final int mask;

    NgramTable(long size) {
        int slots = Integer.highestOneBit(Math.toIntExact(Math.max(1, Math.min(size, 1 << 28)))) << 2;
        hashes = new long[slots];
        probabilities = new double[slots];
        weights = new double[slots];
        mask = slots - 1;
    }

    /** The hash of an n-gram that goes on to the left with a word. */
    static long hash(long hash, int word) {
        long mixed = (hash ^ word) * BASE;
        mixed ^= mixed >>> 32;
        return (mixed == 0 ? 1 : mixed) * 0xBF58476D1CE4E5B9L;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 20) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    void put(long hash, double probability, double weight) {
        int slot = slot(hash);
        hashes[slot] = hash;
        probabilities[slot] = probability;
        weights[slot] = weight;
    }

    /** Where an n-gram stands, or -1. */
    int find(long hash) {
        int slot = slot(hash);
        return hashes[slot] == 0 ? -1 : slot;
    }

    double logProbability(long hash) {
        return probabilities[slot(hash)];
    }

    /** 0 of an n-gram that is not there. */
    double logWeight(long hash) {
        return weights[slot(hash)];
    }
}
