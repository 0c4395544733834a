package dev.ayatori.corpus.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The account of a mix. Documents are outside of all parts, left out, or taken; what folds hold is what was taken and
 * what was repeated of it.
 *
 * @param unit what was counted
 * @param documents all training documents
 * @param outside those that no part takes
 */
public record MixReport(MixSettings.Unit unit, Amount documents, Amount outside, List<Part> parts) {

    /** Documents and the tokens or bytes they hold together. */
    public record Amount(long documents, long units) {
        static final Amount NONE = new Amount(0, 0);

        Amount plus(long moreDocuments, long moreUnits) {
            return new Amount(documents + moreDocuments, units + moreUnits);
        }
    }

    /**
     * One part.
     *
     * @param budget tokens or bytes over all folds
     * @param available what could be taken
     * @param taken documents that are read, each counted once
     * @param repeated copies beyond the first
     * @param leftOut what did not fit
     * @param folds copies in each fold, the first ones and the others
     */
    public record Part(
            String name,
            long budget,
            Amount available,
            Amount taken,
            Amount repeated,
            Amount leftOut,
            SortedMap<String, Amount> folds) {
        /** What is read of it. */
        public long filled() {
            return taken.units() + repeated.units();
        }
    }

    static MixReport of(MixSettings settings, int documents, Mixer.Numbered mix) {
        List<Sum> sums = new ArrayList<>();
        settings.parts().forEach(part -> sums.add(new Sum(settings)));
        Amount all = Amount.NONE;
        Amount outside = Amount.NONE;
        for (int number = 0; number < documents; number++) {
            all = all.plus(1, mix.size(number));
            if (mix.part(number) < 0) {
                outside = outside.plus(1, mix.size(number));
            } else {
                sums.get(mix.part(number)).add(mix.fold(number), mix.copies(number), mix.size(number));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < sums.size(); part++) {
            parts.add(sums.get(part)
                    .part(
                            settings.parts().get(part).name(),
                            Arrays.stream(settings.budgets()[part]).sum()));
        }
        return new MixReport(settings.unit(), all, outside, parts);
    }

    /** The account as a table for people. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d %s (%.3f %%), %,d documents taken, %,d copies of them more, %,d left out%n",
                    part.name(),
                    part.filled(),
                    part.budget(),
                    unit.name().toLowerCase(Locale.ROOT),
                    100.0 * part.filled() / part.budget(),
                    part.taken().documents(),
                    part.repeated().documents(),
                    part.leftOut().documents()));
        }
        return out + String.format(Locale.ROOT, "%,d documents in no part", outside.documents());
    }

    /** Sums up one part. */
    private static final class Sum {
        private final List<String> names;
        private final Amount[] folds;
        private Amount available = Amount.NONE;
        private Amount taken = Amount.NONE;
        private Amount repeated = Amount.NONE;
        private Amount leftOut = Amount.NONE;

        Sum(MixSettings settings) {
            this.names = settings.foldNames();
            this.folds = new Amount[names.size()];
            Arrays.fill(folds, Amount.NONE);
        }

        void add(int fold, int copies, long size) {
            available = available.plus(1, size);
            if (copies == 0) {
                leftOut = leftOut.plus(1, size);
                return;
            }
            taken = taken.plus(1, size);
            repeated = repeated.plus(copies - 1L, (copies - 1) * size);
            folds[fold] = folds[fold].plus(copies, copies * size);
        }

        Part part(String name, long budget) {
            SortedMap<String, Amount> byName = new TreeMap<>();
            for (int fold = 0; fold < folds.length; fold++) {
                byName.put(names.get(fold), folds[fold]);
            }
            return new Part(name, budget, available, taken, repeated, leftOut, byName);
        }
    }
}
