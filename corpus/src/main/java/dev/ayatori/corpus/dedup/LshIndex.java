package dev.ayatori.corpus.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Locality-sensitive hashing of signatures after Indyk and Motwani (1998): a pair of similarity s meets in one of b bands
 * of r rows with probability 1 - (1 - s^r)^b.
 */
final class LshIndex {
    private final int bands;
    private final int rows;
    private final Map<Long, int[]> buckets = new HashMap<>();

    LshIndex(int bands, int rows) {
        this.bands = bands;
        this.rows = rows;
    }

    /** The numbers of all signatures added that share a band with this one, each once, in no order. */
    List<Integer> candidates(int[] signature, boolean[] seen) {
        var found = new ArrayList<Integer>();
        for (int band = 0; band < bands; band++) {
            int[] bucket = buckets.get(key(signature, band));
            for (int i = 1; bucket != null && i <= bucket[0]; i++) {
                if (!seen[bucket[i]]) {
                    seen[bucket[i]] = true;
                    found.add(bucket[i]);
                }
            }
        }
        found.forEach(number -> seen[number] = false);
        return found;
    }

    void add(int number, int[] signature) {
        for (int band = 0; band < bands; band++) {
            buckets.merge(key(signature, band), new int[] {1, number}, LshIndex::append);
        }
    }

    /** A bucket is its size and then its members, with room to grow. */
    private static int[] append(int[] bucket, int[] one) {
        int size = bucket[0];
        int[] grown = size + 1 < bucket.length ? bucket : java.util.Arrays.copyOf(bucket, 2 * bucket.length);
        grown[size + 1] = one[1];
        grown[0] = size + 1;
        return grown;
    }

    private long key(int[] signature, int band) {
        long key = band;
        for (int row = 0; row < rows; row++) {
            key = Shingles.mix(key * 31 + signature[band * rows + row]);
        }
        return key;
    }
}
