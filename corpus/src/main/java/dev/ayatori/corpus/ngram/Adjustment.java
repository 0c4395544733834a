package dev.ayatori.corpus.ngram;

import dev.ayatori.corpus.ngram.row.RowShape;
import dev.ayatori.corpus.ngram.row.RowWriter;
import dev.ayatori.corpus.ngram.row.Rows;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The walk over the counted n-grams of the highest order in suffix order that gives the adjusted counts of all orders: how many
 * words stand before an n-gram, or how often it was met where it is of the highest order or begins a line. What is pruned is
 * written with a negative count, since its context has to know of it.
 */
final class Adjustment {
    private static final int TOLD = 1 << 16;

    private final NgramSettings settings;
    private final int order;
    private final List<RowWriter> out = new ArrayList<>();
    private final long[][] seen;
    private final int[] open;
    private final int[] adjusted;
    private final long[] met;
    private final int[] row;
    private boolean metUnknown;

    Adjustment(NgramSettings settings, Path work) {
        this.settings = settings;
        this.order = settings.order();
        this.seen = new long[order + 1][5];
        this.open = new int[order];
        this.adjusted = new int[order + 1];
        this.met = new long[order + 1];
        this.row = new int[order + 1];
        for (int n = 1; n <= order; n++) {
            out.add(new RowWriter(file(work, n), counts(n)));
        }
    }

    /** N-grams with their counts. */
    static RowShape counts(int n) {
        return new RowShape(n, 1, 0);
    }

    static Path file(Path work, int n) {
        return work.resolve("adjusted-" + n);
    }

    /** Writes one file for each order; returns how many n-grams of each were seen once to four times. */
    long[][] run(Rows counts, Progress progress) {
        long rows = 0;
        while (counts.next()) {
            int common = 0;
            while (common < order && counts.row()[common] == open[common] && open[common] != Words.NONE) {
                common++;
            }
            close(common);
            System.arraycopy(counts.row(), 0, open, 0, order);
            begin(common, counts.row()[order]);
            if (++rows % TOLD == 0) {
                progress.advance(TOLD);
            }
        }
        progress.advance(rows % TOLD);
        close(0);
        for (int special = metUnknown ? Words.BEGIN : Words.UNKNOWN; special <= Words.BEGIN; special++) {
            row[0] = special;
            row[1] = 0;
            out.getFirst().add(row);
        }
        out.forEach(RowWriter::close);
        return seen;
    }

    /** How many n-grams of all orders there are. */
    long ngrams() {
        return out.stream().mapToLong(RowWriter::rows).sum();
    }

    /** Begins the n-grams of a row that are longer than those it shares with the row before. */
    private void begin(int common, int count) {
        for (int n = 1; n <= order && open[n - 1] != Words.NONE; n++) {
            if (n > common) {
                adjusted[n] = 0;
                met[n] = 0;
                adjusted[n - 1]++;
            }
            if (n == order || open[n - 1] == Words.BEGIN) {
                adjusted[n] = Math.addExact(adjusted[n], count);
            }
            met[n] += count;
        }
    }

    /** Writes the n-grams of the row before that are longer than those it shares with the next. */
    private void close(int common) {
        for (int n = common + 1; n <= order && open[n - 1] != Words.NONE; n++) {
            System.arraycopy(open, 0, row, 0, n);
            row[n] = settings.prunes(n, met[n]) ? -adjusted[n] : adjusted[n];
            out.get(n - 1).add(row);
            if (adjusted[n] < seen[n].length) {
                seen[n][adjusted[n]]++;
            }
            metUnknown |= n == 1 && open[0] == Words.UNKNOWN;
        }
    }
}
