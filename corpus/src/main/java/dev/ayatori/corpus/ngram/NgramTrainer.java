package dev.ayatori.corpus.ngram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Estimates an interpolated model with modified Kneser-Ney smoothing, out of core, and writes it as an ARPA file.
 *
 * <p>Each line is a sentence between {@code <s>} and {@code </s>}. N-grams of the highest order, and shorter ones from a line's
 * beginning, are counted and sorted by their last word, the one before, and so on; read in this order they give the adjusted
 * counts of all orders: how many words stand before an n-gram, or how often it begins a line. Sorted by their contexts they give
 * discounted probabilities and back-off weights; sorted back, one walk over all orders interpolates them. Memory holds the words
 * and one buffer; equal lines give an equal file whatever the memory.
 *
 * <p>Sources: S. Chen and J. Goodman, An Empirical Study of Smoothing Techniques for Language Modeling, 1998; K. Heafield et al.,
 * Scalable Modified Kneser-Ney Language Model Estimation, 2013.
 */
public final class NgramTrainer {
    private final NgramSettings settings;
    private final int order;
    private final Path work;
    private final long memory;
    private final Words words = new Words();
    private int spills;

    /**
     * A trainer.
     *
     * @param work an empty folder for what memory does not hold
     * @param memory bytes of the buffer for sorting
     */
    public NgramTrainer(NgramSettings settings, Path work, long memory) {
        this.settings = settings;
        this.order = settings.order();
        this.work = work;
        this.memory = memory;
    }

    /** Learns from the lines of a file; what memory does not hold stands beside the model until it is done. */
    public static int train(NgramSettings settings, Path text, Path arpa, long memory) {
        Path work = arpa.resolveSibling(arpa.getFileName() + ".partial");
        try {
            Files.createDirectories(work);
            try (Stream<String> lines = Files.lines(text)) {
                return new NgramTrainer(settings, work, memory).train(lines, arpa);
            } finally {
                try (Stream<Path> left = Files.list(work)) {
                    left.toList().forEach(RowSorter::delete);
                }
                Files.delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no model could be made of " + text + ": " + e.getMessage(), e);
        }
    }

    /** Learns from lines and writes the model; returns how often memory was full. */
    public int train(Stream<String> lines, Path arpa) {
        count(lines);
        long[][] seen = adjust();
        for (int n = 1; n <= order; n++) {
            sortAgain(n, "adjusted", n + 1, contextOrder(n));
            normalise(n, Discounts.estimate(seen[n]));
            sortAgain(n, "shares", n + 4, suffixOrder(n));
        }
        new Interpolation(words, order, work).write(arpa);
        return spills;
    }

    private Path file(String name, int n) {
        return work.resolve(name + "-" + n);
    }

    /** The last word first. */
    static int[] suffixOrder(int n) {
        int[] keys = new int[n];
        Arrays.setAll(keys, i -> n - 1 - i);
        return keys;
    }

    /** The last word of the context first, the word it foretells last. */
    private static int[] contextOrder(int n) {
        int[] keys = new int[n];
        Arrays.setAll(keys, i -> i < n - 1 ? n - 2 - i : n - 1);
        return keys;
    }

    private void sortAgain(int n, String name, int width, int[] keys) {
        Path file = file(name, n);
        Path sorted = file(name + "-sorted", n);
        RowSorter sorter = new RowSorter(sorted, width, keys, false, memory);
        try (RowReader rows = new RowReader(file, width)) {
            while (rows.next()) {
                sorter.add(rows.row());
            }
        }
        spills += sorter.finish();
        try {
            Files.move(sorted, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not move " + sorted + ": " + e.getMessage(), e);
        }
    }

    private void count(Stream<String> lines) {
        RowSorter sorter = new RowSorter(file("counts", order), order + 1, suffixOrder(order), true, memory);
        int[] row = new int[order + 1];
        row[order] = 1;
        lines.forEachOrdered(line -> {
            List<String> units = settings.unit().of(line).toList();
            if (!units.isEmpty()) {
                Arrays.fill(row, 0, order, Words.NONE);
                row[order - 1] = Words.BEGIN;
                units.forEach(unit -> push(row, words.add(unit), sorter));
                push(row, Words.END, sorter);
            }
        });
        spills += sorter.finish();
    }

    private void push(int[] row, int word, RowSorter sorter) {
        System.arraycopy(row, 1, row, 0, order - 1);
        row[order - 1] = word;
        sorter.add(row);
    }

    /** Writes the adjusted counts of every order, in suffix order; returns how many there are of 1 to 4 at each order. */
    private long[][] adjust() {
        long[][] seen = new long[order + 1][5];
        RowWriter[] out = new RowWriter[order + 1];
        for (int n = 1; n <= order; n++) {
            out[n] = new RowWriter(file("adjusted", n), n + 1);
        }
        out[1].add(new int[] {Words.UNKNOWN, 0}, 0);
        out[1].add(new int[] {Words.BEGIN, 0}, 0);
        try (RowReader counts = new RowReader(file("counts", order), order + 1)) {
            int[][] open = new int[order + 1][];
            while (counts.next()) {
                int[] row = counts.row();
                int common = order;
                for (int n = order; n >= 1; n--) {
                    common = isOpen(open[n], row, n) ? common : n - 1;
                }
                close(open, common + 1, out, seen);
                extend(open, common, row);
            }
            close(open, 1, out, seen);
        } finally {
            Arrays.stream(out, 1, order + 1).forEach(RowWriter::close);
        }
        RowSorter.delete(file("counts", order));
        return seen;
    }

    private boolean isOpen(int[] open, int[] row, int n) {
        return open != null && open.length > 0 && Arrays.equals(open, 0, n, row, order - n, order);
    }

    private static void close(int[][] open, int from, RowWriter[] out, long[][] seen) {
        for (int n = from; n < open.length; n++) {
            if (open[n] != null && open[n].length > 0) {
                out[n].add(open[n], 0);
                if (open[n][n] <= 4) {
                    seen[n][open[n][n]]++;
                }
                open[n] = new int[0];
            }
        }
    }

    /** Opens the n-grams of a row longer than the common ones, and adds one or the row's count to that which they extend. */
    private void extend(int[][] open, int common, int[] row) {
        for (int n = common + 1; n <= order && row[order - n] != Words.NONE; n++) {
            open[n] = new int[n + 1];
            System.arraycopy(row, order - n, open[n], 0, n);
            boolean raw = n == order || open[n][0] == Words.BEGIN;
            open[n][n] = raw ? row[order] : 0;
            if (n > 1) {
                open[n - 1][n - 1]++;
            }
        }
    }

    /** Writes each n-gram's share of its context with the context's back-off weight, and the weights. */
    private void normalise(int n, Discounts discounts) {
        try (RowReader reader = new RowReader(file("adjusted", n), n + 1);
                RowReader ahead = new RowReader(file("adjusted", n), n + 1);
                RowWriter shares = new RowWriter(file("shares", n), n + 4);
                RowWriter weights = new RowWriter(file("weights", n - 1), n + 1)) {
            int[] out = new int[n + 4];
            ahead.next();
            boolean more = reader.next();
            while (more) {
                int[] context = Arrays.copyOf(reader.row(), n - 1);
                long total = 0;
                long[] of = new long[4];
                while (ahead.there() && Arrays.equals(context, 0, n - 1, ahead.row(), 0, n - 1)) {
                    total += ahead.row()[n];
                    of[Math.min(3, ahead.row()[n])]++;
                    ahead.next();
                }
                double left = discounts.one() * of[1] + discounts.two() * of[2] + discounts.more() * of[3];
                double weight = left / total;
                while (more && Arrays.equals(context, 0, n - 1, reader.row(), 0, n - 1)) {
                    System.arraycopy(reader.row(), 0, out, 0, n);
                    int count = reader.row()[n];
                    put(out, n, (count - discounts.of(count)) / total);
                    put(out, n + 2, weight);
                    shares.add(out, 0);
                    more = reader.next();
                }
                int[] own = Arrays.copyOf(context, n + 1);
                put(own, n - 1, weight);
                weights.add(own, 0);
            }
        }
        RowSorter.delete(file("adjusted", n));
    }

    static void put(int[] row, int place, double value) {
        long bits = Double.doubleToLongBits(value);
        row[place] = (int) bits;
        row[place + 1] = (int) (bits >>> 32);
    }

    static double get(int[] row, int place) {
        return Double.longBitsToDouble(row[place] & 0xFFFFFFFFL | (long) row[place + 1] << 32);
    }
}
