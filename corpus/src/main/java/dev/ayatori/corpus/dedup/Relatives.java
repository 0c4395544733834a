package dev.ayatori.corpus.dedup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters of documents that are too close to each other to stand on both sides of a split: those similar as a whole, and
 * those where one holds a good part of the other, such as a manual page and the comments it was made from.
 */
public final class Relatives {
    /** A fingerprint in more documents than this is common stock and says nothing about kinship. */
    private static final int COMMON = 20;
    /** Fewer rare fingerprints than this say nothing either. */
    private static final int FEW = 4;

    private Relatives() {}

    /** For each document the number of the first document of its cluster. */
    public static int[] clusters(DuplicateSettings settings, List<Sketch> sketches) {
        UnionFind clusters = new UnionFind(sketches.size());
        uniteSimilar(settings, sketches, clusters);
        uniteSharing(settings.sharedThreshold(), sketches, clusters);
        int[] first = new int[sketches.size()];
        Arrays.setAll(first, clusters::find);
        return first;
    }

    private static void uniteSimilar(DuplicateSettings settings, List<Sketch> sketches, UnionFind clusters) {
        LshIndex index = new LshIndex(settings.relatedBands(), settings.relatedRows());
        boolean[] seen = new boolean[sketches.size()];
        for (int number = 0; number < sketches.size(); number++) {
            int[] signature = sketches.get(number).signature();
            for (int other : index.candidates(signature, seen)) {
                if (clusters.find(other) != clusters.find(number)
                        && MinHash.estimate(signature, sketches.get(other).signature())
                                >= settings.relatedThreshold()) {
                    clusters.union(number, other);
                }
            }
            index.add(number, signature);
        }
    }

    private static void uniteSharing(double threshold, List<Sketch> sketches, UnionFind clusters) {
        Map<Long, int[]> holders = holders(sketches);
        int[] rare = new int[sketches.size()];
        Map<Long, Integer> shared = new HashMap<>();
        for (int[] group : holders.values()) {
            for (int i = 1; i <= group[0] && group[0] <= COMMON; i++) {
                rare[group[i]]++;
                for (int j = 1; j < i; j++) {
                    shared.merge(((long) group[j] << 32) | group[i], 1, Integer::sum);
                }
            }
        }
        shared.forEach((pair, count) -> {
            int left = (int) (pair >>> 32);
            int right = (int) (long) pair;
            if (count >= FEW && count >= threshold * Math.min(rare[left], rare[right])) {
                clusters.union(left, right);
            }
        });
    }

    /** Who holds each fingerprint: their number, then the first {@code COMMON} of them. */
    private static Map<Long, int[]> holders(List<Sketch> sketches) {
        Map<Long, int[]> holders = new HashMap<>();
        for (int number = 0; number < sketches.size(); number++) {
            for (long fingerprint : sketches.get(number).fingerprints()) {
                int[] group = holders.getOrDefault(fingerprint, new int[2]);
                if (group[0] < COMMON) {
                    group = group[0] + 1 < group.length ? group : Arrays.copyOf(group, 2 * group.length);
                    group[group[0] + 1] = number;
                }
                group[0]++;
                holders.put(fingerprint, group);
            }
        }
        return holders;
    }
}
