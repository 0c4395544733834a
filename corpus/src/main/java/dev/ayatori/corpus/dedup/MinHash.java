package dev.ayatori.corpus.dedup;

import java.util.Arrays;

/**
 * MinHash signatures after Broder (1997), "On the resemblance and containment of documents": two signatures agree at a
 * place with the probability that is the Jaccard similarity of the two sets.
 *
 * <p>Each place has its own multiplier and addend over 32 bits, fixed by its number.
 */
public final class MinHash {
    private final int[] multipliers;
    private final int[] addends;

    MinHash(int hashes) {
        this.multipliers = new int[hashes];
        this.addends = new int[hashes];
        for (int i = 0; i < hashes; i++) {
            multipliers[i] = (int) Shingles.mix(2L * i + 1) | 1;
            addends[i] = (int) Shingles.mix(2L * i + 2);
        }
    }

    int[] signature(long[] shingles) {
        int[] signature = new int[multipliers.length];
        Arrays.fill(signature, Integer.MAX_VALUE);
        for (long hash : shingles) {
            int low = (int) (hash >>> 32);
            for (int i = 0; i < signature.length; i++) {
                signature[i] = Math.min(signature[i], (low + addends[i]) * multipliers[i]);
            }
        }
        return signature;
    }

    /** The estimate of the Jaccard similarity: the share of places that agree. */
    public static double estimate(int[] left, int[] right) {
        int agreeing = 0;
        for (int i = 0; i < left.length; i++) {
            agreeing += left[i] == right[i] ? 1 : 0;
        }
        return agreeing / (double) left.length;
    }
}
