package dev.ayatori.corpus.dedup;

import java.util.Arrays;

/** Hashes of all runs of a fixed number of characters of a text, by a rolling polynomial over 64 bits. */
final class Shingles {
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private Shingles() {}

    /** One hash per position; a text shorter than a shingle is one shingle. */
    static long[] rolling(String text, int length) {
        int size = Math.min(length, text.length());
        long[] hashes = new long[text.length() - size + 1];
        long leaving = 1;
        for (int i = 1; i < size; i++) {
            leaving *= BASE;
        }
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= size) {
                hash -= leaving * (text.charAt(i - size) + 1);
            }
            hash = hash * BASE + text.charAt(i) + 1;
            if (i >= size - 1) {
                hashes[i - size + 1] = mix(hash);
            }
        }
        return hashes;
    }

    /** The set of shingles: sorted, each once. */
    static long[] set(String text, int length) {
        long[] hashes = rolling(text, length);
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    /** Jaccard similarity of two sets: common elements over all elements. */
    static double jaccard(long[] left, long[] right) {
        int common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                common++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common / (double) Math.max(1, left.length + right.length - common);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
