package dev.ayatori.corpus.ngram;

import dev.ayatori.corpus.ngram.row.MergedRows;
import dev.ayatori.corpus.ngram.row.RowReader;
import dev.ayatori.corpus.ngram.row.RowShape;
import dev.ayatori.corpus.ngram.row.RowSorter;
import dev.ayatori.corpus.ngram.row.RowWriter;
import dev.ayatori.corpus.ngram.row.Rows;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives the n-grams of one length what their context knows: how often it was met, and the weight that it leaves to shorter
 * contexts, which is what discounts and pruning took.
 */
final class Normalisation {
    private static final int TOLD = 1 << 16;

    private final int n;
    private final Path work;
    private final long memory;
    private final Discounts discounts;
    private final Progress progress;
    private int[] followers = new int[64];
    private int[] counts = new int[64];
    private int files;
    private @Nullable Rows shares;

    Normalisation(int n, Path work, long memory, Discounts discounts, Progress progress) {
        this.n = n;
        this.work = work;
        this.memory = memory;
        this.discounts = discounts;
        this.progress = progress;
    }

    /** Reads the adjusted counts, and sorts the shares into suffix order. */
    void run() {
        try (Rows contexts = contexts();
                RowWriter weights = new RowWriter(weightsFile(work, n - 1), weights(n - 1))) {
            RowSorter sorter = new RowSorter(work.resolve("shares-" + n), new RowShape(n, 2, 2), 1, memory);
            int[] context = new int[n + 1];
            for (boolean more = contexts.next(); more; more = contexts.there()) {
                System.arraycopy(contexts.row(), 0, context, 0, n - 1);
                int size = gather(contexts, context);
                emit(context, size, sorter, weights);
            }
            shares = sorter.sorted();
            files += sorter.files();
        }
    }

    /** From suffix order to the order of contexts: what they foretell comes last, and is in order already. */
    private Rows contexts() {
        RowSorter sorter = new RowSorter(work.resolve("contexts-" + n), Adjustment.counts(n), n - 1, memory);
        int[] moved = new int[n + 1];
        long rows = 0;
        try (Rows adjusted = new RowReader(Adjustment.file(work, n), Adjustment.counts(n))) {
            while (adjusted.next()) {
                int[] row = adjusted.row();
                System.arraycopy(row, 1, moved, 0, n - 1);
                moved[n - 1] = row[0];
                moved[n] = row[n];
                sorter.add(moved);
                if (++rows % TOLD == 0) {
                    progress.advance(TOLD);
                }
            }
        }
        progress.advance(rows % TOLD);
        Rows sorted = sorter.sorted();
        files += sorter.files();
        return sorted;
    }

    /** Takes the rows of one context; returns how many there are. */
    private int gather(Rows contexts, int[] context) {
        int size = 0;
        do {
            if (size == counts.length) {
                followers = Arrays.copyOf(followers, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            followers[size] = contexts.row()[n - 1];
            counts[size++] = contexts.row()[n];
        } while (contexts.next() && Arrays.equals(context, 0, n - 1, contexts.row(), 0, n - 1));
        return size;
    }

    private void emit(int[] context, int size, RowSorter sorter, RowWriter weights) {
        long total = 0;
        long cut = 0;
        long[] kept = new long[4];
        for (int i = 0; i < size; i++) {
            total += Math.abs(counts[i]);
            cut -= Math.min(0, counts[i]);
            kept[Math.clamp(counts[i], 0, 3)]++;
        }
        double left = discounts.one() * kept[1] + discounts.two() * kept[2] + discounts.more() * kept[3] + cut;
        double weight = left / total;
        int[] row = new int[n + 4];
        System.arraycopy(context, 0, row, 1, n - 1);
        row[n + 1] = Math.toIntExact(total);
        Interpolation.putWeight(row, n + 2, weight);
        boolean any = false;
        for (int i = 0; i < size; i++) {
            if (counts[i] >= 0) {
                row[0] = followers[i];
                row[n] = counts[i];
                sorter.add(row);
                any = true;
            }
        }
        // who lost all followers may be pruned itself, and hands all on
        if (any) {
            Interpolation.putWeight(context, n - 1, weight);
            weights.add(context);
        }
    }

    private static RowShape weights(int n) {
        return new RowShape(n, 0, 2);
    }

    private static Path weightsFile(Path work, int n) {
        return work.resolve("weights-" + n);
    }

    /** The weights of n-grams as contexts; none of the longest. */
    static Rows weights(Path work, int n, int order) {
        return n == order ? new MergedRows(List.of(), weights(n)) : new RowReader(weightsFile(work, n), weights(n));
    }

    Discounts discounts() {
        return discounts;
    }

    /** Count, count of the context, and its weight, in suffix order. */
    Rows shares() {
        return Objects.requireNonNull(shares);
    }

    int files() {
        return files;
    }
}
