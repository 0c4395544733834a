package dev.ayatori.corpus.ngram;

import dev.ayatori.corpus.ngram.row.Rows;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last walk of an estimation: n-grams of all orders in suffix order, each right behind the shorter one it ends with, whose
 * probability it takes its part of.
 */
final class Interpolation {
    private static final int TOLD = 1 << 16;

    private final Words words;
    private final List<Order> orders;
    private final Progress progress;
    private final List<ArpaSection> sections = new ArrayList<>();
    private final int[][] open;
    private long walked;

    /**
     * The n-grams of one length.
     *
     * @param shares count, count of the context, weight of the context
     * @param weights of the n-grams as contexts of longer ones; none of the longest
     */
    record Order(Discounts discounts, Rows shares, Rows weights) {}

    Interpolation(Words words, List<Order> orders, Progress progress) {
        this.words = words;
        this.orders = orders;
        this.progress = progress;
        this.open = new int[orders.size() + 1][];
        Arrays.setAll(open, int[]::new);
    }

    /** Writes the file, by way of one for each section in a folder; returns how many n-grams of each length there are. */
    List<Long> write(Path arpa, Path work, Workers workers) {
        for (int n = 1; n <= orders.size(); n++) {
            Path file = work.resolve("section-" + n);
            sections.add(new ArpaSection(file, n, n < orders.size(), words, workers));
            orders.get(n - 1).shares().next();
            orders.get(n - 1).weights().next();
        }
        // the uniform distribution: all words, the end, the unknown word; nothing foretells the beginning
        walk(1, 1.0 / (words.size() - 2));
        progress.advance(walked % TOLD);
        List<Long> counts = sections.stream().map(ArpaSection::finish).toList();
        try {
            join(arpa, counts);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + arpa + ": " + e.getMessage(), e);
        }
        return counts;
    }

    private void walk(int n, double lower) {
        Order order = orders.get(n - 1);
        Rows rows = order.shares();
        int[] own = open[n];
        while (rows.there() && Arrays.equals(open[n - 1], 0, n - 1, rows.row(), 0, n - 1)) {
            System.arraycopy(rows.row(), 0, own, 0, n);
            int count = rows.row()[n];
            double share = (count - order.discounts().of(count)) / rows.row()[n + 1];
            double probability = share + weight(rows.row(), n + 2) * lower;
            sections.get(n - 1).add(own, n == 1 && own[0] == Words.BEGIN ? 0 : probability, weight(order, own));
            rows.next();
            if (++walked % TOLD == 0) {
                progress.advance(TOLD);
            }
            if (n < orders.size()) {
                walk(n + 1, probability);
            }
        }
    }

    /** The weights stand in suffix order, too; who is no context hands all on. */
    private static double weight(Order order, int[] row) {
        Rows weights = order.weights();
        if (!weights.there() || !Arrays.equals(row, 0, row.length, weights.row(), 0, row.length)) {
            return 1;
        }
        double weight = weight(weights.row(), row.length);
        weights.next();
        return weight;
    }

    static double weight(int[] row, int column) {
        return Double.longBitsToDouble(row[column] & 0xFFFFFFFFL | (long) row[column + 1] << 32);
    }

    static void putWeight(int[] row, int column, double weight) {
        long bits = Double.doubleToLongBits(weight);
        row[column] = (int) bits;
        row[column + 1] = (int) (bits >>> 32);
    }

    private void join(Path arpa, List<Long> counts) throws IOException {
        try (FileChannel out = FileChannel.open(
                arpa, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            StringBuilder head = new StringBuilder("\\data\\\n");
            for (int n = 1; n <= counts.size(); n++) {
                head.append("ngram ")
                        .append(n)
                        .append('=')
                        .append(counts.get(n - 1))
                        .append('\n');
            }
            put(out, head.toString());
            for (int n = 1; n <= counts.size(); n++) {
                put(out, "\n\\" + n + "-grams:\n");
                Path section = sections.get(n - 1).file();
                try (FileChannel in = FileChannel.open(section)) {
                    for (long done = 0; done < in.size(); ) {
                        done += in.transferTo(done, in.size() - done, out);
                    }
                }
                Files.delete(section);
            }
            put(out, "\n\\end\\\n");
        }
    }

    private static void put(FileChannel out, String text) throws IOException {
        out.write(StandardCharsets.UTF_8.encode(text));
    }
}
