package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.MinHash;
import dev.ayatori.corpus.dedup.Sketches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which documents of a cluster of duplicates stay: one after the other in the order of priority, each stays
 * unless one that stays already has its address, its text, or nearly its text.
 */
final class Keeping {
    private final Sketches sketches;
    private final DuplicateSettings settings;
    private final Fates fates;

    Keeping(Sketches sketches, DuplicateSettings settings, Fates fates) {
        this.sketches = sketches;
        this.settings = settings;
        this.fates = fates;
    }

    /** Collections in the order of priority, in a collection by id. */
    static int[] byPriority(int[] members, Sketches sketches) {
        return Arrays.stream(members)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(sketches::rank).thenComparingLong(sketches::id))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static final class Kept {
        private final int number;
        private final int[] signature;
        private int copies;

        private Kept(int number, int[] signature) {
            this.number = number;
            this.signature = signature;
        }
    }

    void decide(int[] members) {
        List<Kept> staying = new ArrayList<>();
        for (int number : byPriority(members, sketches)) {
            int[] signature = sketches.signature(number);
            if (!isRemoved(number, signature, staying)) {
                staying.add(new Kept(number, signature));
            }
        }
        staying.stream().filter(kept -> kept.copies > 0).forEach(kept -> fates.copies(kept.number, kept.copies));
    }

    private boolean isRemoved(int number, int[] signature, List<Kept> staying) {
        Kept best = null;
        double similarity = -1;
        for (Kept kept : staying) {
            double estimate = MinHash.estimate(signature, kept.signature);
            boolean sameUrl = settings.sameUrl() && sketches.url(number) == sketches.url(kept.number);
            if (sameUrl || sketches.sameText(number, kept.number)) {
                remove(number, kept, sameUrl ? Fate.SAME_URL : Fate.EXACT, sameUrl ? estimate : 1);
                return true;
            }
            if (estimate > similarity) {
                best = kept;
                similarity = estimate;
            }
        }
        if (best == null || similarity < settings.threshold() || similarity == 0) {
            return false;
        }
        remove(number, best, Fate.NEAR, similarity);
        return true;
    }

    private void remove(int number, Kept kept, Fate fate, double similarity) {
        fates.remove(number, fate, sketches.id(kept.number), similarity);
        kept.copies++;
    }
}
