package dev.ayatori.corpus.dedup.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Relates documents where one holds a good part of the other, such as a manual page and the comments it was made from:
 * by rare fingerprints that both have.
 */
final class SharedFingerprints {
    /** A fingerprint in more documents than this is common stock and says nothing about kinship. */
    private static final int COMMON = 20;
    /** Fewer rare fingerprints than this say nothing either. */
    private static final int FEW = 4;

    private SharedFingerprints() {}

    /** For each rare fingerprint of a group its pairs, and for its members the pair with themselves. */
    static void pairs(int[] group, LongConsumer pairs) {
        if (group.length > COMMON) {
            return;
        }
        for (int i = 0; i < group.length; i++) {
            for (int j = i; j < group.length; j++) {
                pairs.accept(Linking.edge(group[i], group[j]));
            }
        }
    }

    /** Unites those whose share of common rare fingerprints reaches the threshold; the pairs come sorted file by file. */
    static void unite(Path pairs, double threshold, Clusters clusters, int size) {
        int[] rare = new int[size];
        Clusters.each(List.of(pairs), pair -> {
            if (Linking.left(pair) == Linking.right(pair)) {
                rare[Linking.left(pair)]++;
            }
        });
        var counter = new LongConsumer() {
            private long current = -1;
            private int count;

            @Override
            public void accept(long pair) {
                if (pair != current) {
                    decide();
                    current = pair;
                    count = 0;
                }
                count++;
            }

            private void decide() {
                int left = Linking.left(current);
                int right = Linking.right(current);
                if (current >= 0
                        && left != right
                        && count >= FEW
                        && count >= threshold * Math.min(rare[left], rare[right])) {
                    clusters.union(left, right);
                }
            }
        };
        Clusters.each(List.of(pairs), counter);
        counter.decide();
    }
}
