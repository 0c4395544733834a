package dev.ayatori.corpus.ngram;

import dev.ayatori.corpus.ngram.row.MergedRows;
import dev.ayatori.corpus.ngram.row.RowShape;
import dev.ayatori.corpus.ngram.row.RowSorter;
import dev.ayatori.corpus.ngram.row.Rows;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates an interpolated model with modified Kneser-Ney smoothing, out of core, and writes it as an ARPA file.
 *
 * <p>Each line is a sentence between {@code <s>} and {@code </s>}. The first reading of the text counts words, the second n-grams
 * of the highest order, and shorter ones from a line's beginning, sorted by their last word, the one before, and so on: suffix
 * order. {@link Adjustment} makes counts of all orders of them; sorted by their contexts ({@link Normalisation}) they give
 * discounts and back-off weights; sorted back, {@link Interpolation} walks over all orders at once. Memory holds the words and the
 * buffers; equal lines give an equal file whatever memory and threads.
 *
 * <p>Sources: S. Chen and J. Goodman, An Empirical Study of Smoothing Techniques for Language Modeling, 1998; K. Heafield et al.,
 * Scalable Modified Kneser-Ney Language Model Estimation, 2013.
 */
public final class NgramTrainer {
    private final NgramSettings settings;
    private final int order;
    private final long memory;
    private final int threads;
    private final Progress progress;

    /**
     * A trainer.
     *
     * @param memory bytes that it may fill: words at most half of them
     */
    public NgramTrainer(NgramSettings settings, long memory, int threads, Progress progress) {
        this.settings = settings;
        this.order = settings.order();
        this.memory = memory;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What was learned.
     *
     * @param words different ones, unknown ones and ends of lines not counted
     * @param ngrams of each length in the model
     * @param files that memory did not hold
     */
    public record Trained(long lines, long units, int words, List<Long> ngrams, int files) {}

    /** Learns from the lines of a file, plain or gzip; what memory does not hold stands beside the model until it is done. */
    public Trained train(Path text, Path arpa) {
        check(text, arpa);
        Path work = arpa.toAbsolutePath().resolveSibling(arpa.getFileName() + ".partial");
        try (Workers workers = new Workers(threads)) {
            Files.createDirectories(work);
            clear(work);
            Trained trained = new Training(text, work, workers).write(work.resolve("model"));
            Files.move(work.resolve("model"), arpa, StandardCopyOption.REPLACE_EXISTING);
            return trained;
        } catch (IOException e) {
            throw new UncheckedIOException("no model could be made of " + text + ": " + e.getMessage(), e);
        } finally {
            remove(work);
        }
    }

    /** What would fail at the end fails before the work. */
    private static void check(Path text, Path arpa) {
        if (Files.isDirectory(arpa)) {
            throw new AyatoriException(arpa + " is a folder; name the file that the model becomes");
        }
        try {
            if (Files.exists(arpa) && Files.isSameFile(text, arpa)) {
                throw new AyatoriException(
                        "the model would take the place of its text %s; name another file".formatted(text));
            }
        } catch (IOException e) {
            throw unreadable(text, e);
        }
    }

    private static AyatoriException unreadable(Path text, IOException e) {
        return new AyatoriException(text + " cannot be read: " + e + "; correct its path", e);
    }

    private static void remove(Path work) {
        try {
            if (Files.exists(work)) {
                clear(work);
                Files.delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + work + ": " + e.getMessage(), e);
        }
    }

    private static void clear(Path work) throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    /** One text on its way to a model. */
    private final class Training {
        private final Path text;
        private final Path work;
        private final Workers workers;
        private final AtomicLong lines = new AtomicLong();
        private final AtomicLong units = new AtomicLong();
        private final AtomicLong files = new AtomicLong();

        Training(Path text, Path work, Workers workers) {
            this.text = text;
            this.work = work;
            this.workers = workers;
        }

        Trained write(Path arpa) {
            Words words = words();
            Adjustment adjustment = new Adjustment(settings, work);
            long[][] seen;
            try (Rows counts = count(words)) {
                progress.start("adjusting counts", 0, "n-grams");
                seen = adjustment.run(counts, progress);
                progress.finish();
            }
            List<Long> ngrams = interpolate(words, normalise(seen, adjustment.ngrams()), adjustment.ngrams(), arpa);
            return new Trained(
                    lines.get(), units.get(), words.size() - Words.SPECIAL, ngrams, Math.toIntExact(files.get()));
        }

        private Words words() {
            Words words = new Words(memory / 2);
            Units line = new Units(settings.unit());
            try (TextFile file = open("counting words")) {
                for (List<String> batch = file.batch(); !batch.isEmpty(); batch = file.batch()) {
                    for (String each : batch) {
                        line.of(each);
                        while (line.next()) {
                            words.count(line.bytes(), line.from(), line.to());
                        }
                    }
                }
            }
            progress.finish();
            if (words.size() == Words.SPECIAL) {
                throw new AyatoriException(text + " has no words to learn from; give a text with some");
            }
            return words.ranked(settings.leastCount());
        }

        private TextFile open(String what) {
            try {
                progress.start(what, Files.size(text), "bytes");
            } catch (IOException e) {
                throw unreadable(text, e);
            }
            return TextFile.open(text, progress::advance);
        }

        private Rows count(Words words) {
            try (TextFile file = open("counting n-grams")) {
                RowShape shape = Adjustment.counts(order);
                List<RowSorter> sorters = IntStream.range(0, workers.count())
                        .mapToObj(i ->
                                new RowSorter(work.resolve("counts-" + i), shape, order, memory / 2 / workers.count()))
                        .toList();
                workers.all(sorters.stream()
                        .<Runnable>map(sorter -> () -> count(file, words, sorter))
                        .toList());
                List<Rows> sorted = sorters.stream().map(RowSorter::sorted).toList();
                sorters.forEach(sorter -> files.addAndGet(sorter.files()));
                return new MergedRows(sorted, shape);
            } finally {
                progress.finish();
            }
        }

        private void count(TextFile file, Words words, RowSorter sorter) {
            Units line = new Units(settings.unit());
            int[] row = new int[order + 1];
            row[order] = 1;
            for (List<String> batch = file.batch(); !batch.isEmpty(); batch = file.batch()) {
                for (String each : batch) {
                    line.of(each);
                    Arrays.fill(row, 0, order, Words.NONE);
                    row[0] = Words.BEGIN;
                    long met = 0;
                    while (line.next()) {
                        push(row, words.find(line.bytes(), line.from(), line.to()), sorter);
                        met++;
                    }
                    if (met > 0) {
                        push(row, Words.END, sorter);
                        lines.incrementAndGet();
                        units.addAndGet(met);
                    }
                }
            }
        }

        /** The last word stands first. */
        private void push(int[] row, int word, RowSorter sorter) {
            System.arraycopy(row, 0, row, 1, order - 1);
            row[0] = word;
            sorter.add(row);
        }

        private List<Interpolation.Order> normalise(long[][] seen, long all) {
            progress.start("normalising", all, "n-grams");
            Normalisation[] parts = new Normalisation[order];
            List<Runnable> tasks = new ArrayList<>();
            for (int n = order; n >= 1; n--) {
                Normalisation each =
                        new Normalisation(n, work, memory / 2 / workers.count(), Discounts.estimate(seen[n]), progress);
                parts[n - 1] = each;
                tasks.add(each::run);
            }
            workers.all(tasks);
            progress.finish();
            List<Interpolation.Order> orders = new ArrayList<>();
            for (int n = 1; n <= order; n++) {
                files.addAndGet(parts[n - 1].files());
                orders.add(new Interpolation.Order(
                        parts[n - 1].discounts(), parts[n - 1].shares(), Normalisation.weights(work, n, order)));
            }
            return orders;
        }

        private List<Long> interpolate(Words words, List<Interpolation.Order> orders, long all, Path arpa) {
            progress.start("interpolating", all, "n-grams");
            try {
                return new Interpolation(words, orders, progress).write(arpa, work, workers);
            } finally {
                orders.forEach(each -> {
                    each.shares().close();
                    each.weights().close();
                });
                progress.finish();
            }
        }
    }
}
