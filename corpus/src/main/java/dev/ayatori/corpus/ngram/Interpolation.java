package dev.ayatori.corpus.ngram;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last walk of an estimation: n-grams of all orders in suffix order, each right behind the shorter one it ends with, whose
 * probability it takes its part of.
 */
final class Interpolation {
    private static final double NEVER = -99;

    private final Words words;
    private final int order;
    private final Path work;
    private final long[] counts;
    private final List<RowReader> shares = new ArrayList<>();
    private final List<RowReader> weights = new ArrayList<>();
    private final List<BufferedWriter> sections = new ArrayList<>();

    Interpolation(Words words, int order, Path work) {
        this.words = words;
        this.order = order;
        this.work = work;
        this.counts = new long[order + 1];
    }

    void write(Path arpa) {
        try {
            for (int n = 1; n <= order; n++) {
                shares.add(new RowReader(work.resolve("shares-" + n), n + 4));
                shares.getLast().next();
                if (n < order) {
                    weights.add(new RowReader(work.resolve("weights-" + n), n + 2));
                    weights.getLast().next();
                }
                sections.add(Files.newBufferedWriter(section(n)));
            }
            // the uniform distribution: all words, the end, the unknown word; nothing foretells the beginning
            visit(1, 1.0 / (words.size() - 2), new int[0]);
            for (BufferedWriter section : sections) {
                section.close();
            }
            join(arpa);
            for (int n = 0; n <= order; n++) {
                RowSorter.delete(work.resolve("shares-" + n));
                RowSorter.delete(work.resolve("weights-" + n));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + arpa + ": " + e.getMessage(), e);
        } finally {
            shares.forEach(RowReader::close);
            weights.forEach(RowReader::close);
        }
    }

    private Path section(int n) {
        return work.resolve("section-" + n);
    }

    private void visit(int n, double lower, int[] suffix) throws IOException {
        RowReader reader = shares.get(n - 1);
        while (reader.there() && Arrays.equals(suffix, 0, n - 1, reader.row(), 1, n)) {
            int[] row = reader.row().clone();
            double probability = NgramTrainer.get(row, n) + NgramTrainer.get(row, n + 2) * lower;
            emit(n, row, probability);
            reader.next();
            if (n < order) {
                visit(n + 1, probability, row);
            }
        }
    }

    private void emit(int n, int[] row, double probability) throws IOException {
        boolean never = n == 1 && row[0] == Words.BEGIN;
        StringBuilder line = new StringBuilder().append(never ? NEVER : StrictMath.log10(probability));
        for (int i = 0; i < n; i++) {
            line.append(i == 0 ? '\t' : ' ').append(words.word(row[i]));
        }
        if (n < order) {
            line.append('\t').append(weight(n, row));
        }
        sections.get(n - 1).append(line).append('\n');
        counts[n]++;
    }

    /** The weights stand in suffix order, too. */
    private double weight(int n, int[] row) {
        RowReader reader = weights.get(n - 1);
        if (!reader.there() || !Arrays.equals(row, 0, n, reader.row(), 0, n)) {
            return 0;
        }
        double weight = NgramTrainer.get(reader.row(), n);
        reader.next();
        return StrictMath.log10(weight);
    }

    private void join(Path arpa) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(arpa)) {
            out.append("\\data\\\n");
            for (int n = 1; n <= order; n++) {
                out.append("ngram " + n + "=" + counts[n] + "\n");
            }
            for (int n = 1; n <= order; n++) {
                out.append("\n\\" + n + "-grams:\n");
                try (var in = Files.newBufferedReader(section(n))) {
                    in.transferTo(out);
                }
                Files.delete(section(n));
            }
            out.append("\n\\end\\\n");
        }
    }
}
