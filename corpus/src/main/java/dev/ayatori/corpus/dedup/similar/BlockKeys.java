package dev.ayatori.corpus.dedup.similar;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys under which fingerprints meet that differ in few bits, after Manku, Jain and Das Sarma (2007), "Detecting
 * near-duplicates for web crawling": the bits are divided into two blocks more than may differ, so two blocks at least are
 * the same, and every two blocks together make a key.
 */
final class BlockKeys {
    private static final long SPREADING = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xBF58476D1CE4E5B9L;

    private final List<Long> masks = new ArrayList<>();

    /** For fingerprints that may differ in so many bits. */
    BlockKeys(int bits) {
        int blocks = bits + 2;
        for (int left = 0; left < blocks; left++) {
            for (int right = left + 1; right < blocks; right++) {
                masks.add(block(left, blocks) | block(right, blocks));
            }
        }
    }

    private static long block(int block, int blocks) {
        int from = block * Long.SIZE / blocks;
        int to = (block + 1) * Long.SIZE / blocks;
        return (-1L >>> Long.SIZE - (to - from)) << from;
    }

    /** All keys of a fingerprint, spread over all longs. */
    long[] of(long fingerprint) {
        long[] keys = new long[masks.size()];
        for (int i = 0; i < keys.length; i++) {
            long mixed = ((fingerprint & masks.get(i)) * SPREADING + i) * SECOND;
            keys[i] = (mixed ^ mixed >>> 32) * SECOND;
        }
        return keys;
    }
}
