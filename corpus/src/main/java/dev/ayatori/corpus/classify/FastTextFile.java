package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.classify.TextClassifier.Model;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model file of fastText, little-endian: magic number and version; dimensions, window, epochs, least count, negatives,
 * word n-grams, loss, kind, buckets, shortest and longest n-gram, rate updates (i32 each) and sampling threshold (f64); then
 * the dictionary (entries, words, labels as i32, tokens and pruned buckets as i64; each entry a text ended by NUL, i64 count
 * and a byte, 0 for words; pairs of i32 for pruned buckets), a byte whether the input matrix is quantised, that matrix, a
 * byte whether the output matrix is, and that one.
 *
 * <p>Quantised matrices (Joulin et al., "FastText.zip", 2016) are unpacked when read.
 */
final class FastTextFile {
    private static final int MAGIC = 793_712_314;
    private static final int VERSION = 12;
    private static final int SUPERVISED = 3;

    private final String file;
    private final ByteBuffer in;

    private FastTextFile(String file, ByteBuffer in) {
        this.file = file;
        this.in = in;
    }

    static TextClassifier read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new AyatoriException(
                        file + " has " + channel.size() + " bytes, but only models below 2 GiB are read; quantise it");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new FastTextFile(file.toString(), bytes.order(ByteOrder.LITTLE_ENDIAN)).classifier();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static TextClassifier read(String name, byte[] content) {
        return new FastTextFile(name, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN)).classifier();
    }

    private TextClassifier classifier() {
        try {
            return new TextClassifier(model());
        } catch (BufferUnderflowException e) {
            throw broken("it ends in the middle, after " + in.position() + " bytes");
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private AyatoriException broken(String why) {
        return new AyatoriException(file + " is no whole fastText model: " + why + ". Download or copy it again.");
    }

    private Model model() {
        int magic = in.getInt();
        if (magic != MAGIC) {
            throw broken("it begins with " + magic + " instead of " + MAGIC);
        }
        int version = in.getInt();
        if (version > VERSION || version < 11) {
            throw broken("its version is " + version + ", but 11 and 12 are known");
        }
        int columns = in.getInt();
        in.position(in.position() + 4 * Integer.BYTES);
        int wordNgrams = in.getInt();
        Loss loss = Loss.of(in.getInt());
        int kind = in.getInt();
        if (kind != SUPERVISED) {
            throw broken("it holds word vectors (kind " + kind + "), not a classifier");
        }
        int buckets = in.getInt();
        int shortest = in.getInt();
        int longest = in.getInt();
        in.getInt();
        in.getDouble();
        // Old supervised models were written with n-gram lengths that they did not use.
        FeatureSettings settings = new FeatureSettings(wordNgrams, buckets, shortest, version == 11 ? 0 : longest);
        return entries(settings, loss, columns);
    }

    private Model entries(FeatureSettings settings, Loss loss, int columns) {
        int entries = in.getInt();
        int words = in.getInt();
        int labels = in.getInt();
        long tokens = in.getLong();
        long pruned = in.getLong();
        if (words < 0 || labels < 1 || entries != words + labels) {
            throw broken("it has " + entries + " entries, " + words + " words and " + labels + " labels");
        }
        Map<String, Long> wordCounts = new LinkedHashMap<>();
        Map<String, Long> labelCounts = new LinkedHashMap<>();
        for (int i = 0; i < entries; i++) {
            String text = text();
            long count = in.getLong();
            (in.get() == 0 ? wordCounts : labelCounts).put(text, count);
        }
        if (wordCounts.size() != words || labelCounts.size() != labels) {
            throw broken("its dictionary names an entry twice");
        }
        Buckets buckets =
                pruned < 0 ? Buckets.all(settings.buckets()) : Buckets.pruned(kept(settings.buckets(), pruned));
        boolean quantised = in.get() != 0;
        Rows input = quantised ? quantised() : dense();
        Rows output = in.get() != 0 && quantised ? quantised() : dense();
        if (input.rows() < (long) words + buckets.rows()) {
            throw broken("its %,d rows do not fit %,d words and %,d hashed features"
                    .formatted(input.rows(), words, buckets.rows()));
        }
        if (input.columns() != columns || output.columns() != columns || output.rows() < labels) {
            throw broken("its matrices do not fit " + columns + " dimensions and " + labels + " labels");
        }
        return new Model(settings, loss, wordCounts, labelCounts, tokens, buckets, input, output);
    }

    private String text() {
        int from = in.position();
        while (in.get() != 0) {
            // the text ends with NUL
        }
        byte[] bytes = new byte[in.position() - 1 - from];
        in.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int[] kept(int buckets, long pruned) {
        int[] kept = new int[buckets];
        Arrays.fill(kept, -1);
        for (long i = 0; i < pruned; i++) {
            int bucket = in.getInt();
            kept[bucket] = in.getInt();
        }
        return kept;
    }

    private Rows dense() {
        long rows = in.getLong();
        long columns = in.getLong();
        Rows matrix = Rows.zeros(rows, Math.toIntExact(columns));
        ByteBuffer values = in.slice(in.position(), Math.multiplyExact(matrix.values().length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        values.asFloatBuffer().get(matrix.values());
        in.position(in.position() + values.capacity());
        return matrix;
    }

    private Rows quantised() {
        boolean normed = in.get() != 0;
        long rows = in.getLong();
        long columns = in.getLong();
        byte[] codes = bytes(in.getInt());
        ProductQuantiser quantiser = ProductQuantiser.read(in);
        Rows matrix = Rows.zeros(rows, Math.toIntExact(columns));
        if (!normed) {
            quantiser.unpack(codes, row -> 1, matrix);
            return matrix;
        }
        byte[] normCodes = bytes(Math.toIntExact(rows));
        ProductQuantiser norms = ProductQuantiser.read(in);
        quantiser.unpack(codes, row -> norms.first(normCodes[row]), matrix);
        return matrix;
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    static void write(Path file, Model model) {
        Path draft = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                out.write(head(model));
                write(out, model.input());
                out.write(0);
                write(out, model.output());
            }
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static byte[] head(Model model) {
        List<byte[]> texts = new ArrayList<>();
        model.words().keySet().forEach(word -> texts.add(word.getBytes(StandardCharsets.UTF_8)));
        model.labels().keySet().forEach(label -> texts.add(label.getBytes(StandardCharsets.UTF_8)));
        int size = texts.stream().mapToInt(text -> text.length + 10).sum();
        ByteBuffer out = ByteBuffer.allocate(128 + size).order(ByteOrder.LITTLE_ENDIAN);
        FeatureSettings settings = model.settings();
        out.putInt(MAGIC).putInt(VERSION).putInt(model.input().columns());
        out.putInt(5).putInt(5).putInt(1).putInt(5); // window, epochs, least count, negatives: not used to predict
        out.putInt(settings.wordNgrams()).putInt(model.loss().number()).putInt(SUPERVISED);
        out.putInt(settings.buckets()).putInt(settings.shortest()).putInt(settings.longest());
        out.putInt(100).putDouble(1e-4);
        out.putInt(texts.size())
                .putInt(model.words().size())
                .putInt(model.labels().size());
        out.putLong(model.tokens()).putLong(-1);
        List<Long> counts = new ArrayList<>(model.words().values());
        counts.addAll(model.labels().values());
        for (int i = 0; i < texts.size(); i++) {
            out.put(texts.get(i)).put((byte) 0).putLong(counts.get(i));
            out.put((byte) (i < model.words().size() ? 0 : 1));
        }
        out.put((byte) 0);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void write(OutputStream out, Rows matrix) throws IOException {
        ByteBuffer size = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(size.putLong(matrix.rows()).putLong(matrix.columns()).array());
        int block = 1 << 16;
        ByteBuffer values = ByteBuffer.allocate(block * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < matrix.values().length; from += block) {
            int length = Math.min(block, matrix.values().length - from);
            values.clear().asFloatBuffer().put(matrix.values(), from, length);
            out.write(values.array(), 0, length * Float.BYTES);
        }
    }
}
