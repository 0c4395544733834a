package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.classify.TextClassifier.Model;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    static final int MAGIC = 793_712_314;
    static final int VERSION = 12;
    static final int SUPERVISED = 3;
    private static final int GZIP = 0x8B1F;

    private final LittleEndian in;

    private FastTextFile(LittleEndian in) {
        this.in = in;
    }

    static TextClassifier read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw new AyatoriException("there is no model " + file + "; correct its path", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static TextClassifier read(String name, InputStream stream) {
        LittleEndian in = new LittleEndian(name, stream);
        try {
            return new TextClassifier(new FastTextFile(in).model());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw in.broken(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            throw new AyatoriException(
                    "%s claims more at byte %,d than the heap of %,d MB holds; give it more with AYATORI_OPTS=-Xmx8g, or copy the file again where it should be smaller"
                            .formatted(name, in.position(), Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }

    private Model model() throws IOException {
        int magic = in.i32();
        if (magic != MAGIC) {
            String remedy = (magic & 0xFFFF) == GZIP ? "unpack it with `gzip -d`" : "take a .bin or .ftz";
            throw new AyatoriException("%s is no fastText model: it begins with %d instead of %d; %s"
                    .formatted(in.file(), magic, MAGIC, remedy));
        }
        int version = in.i32();
        if (version > VERSION || version < 11) {
            throw in.broken("its version is " + version + ", but 11 and 12 are known");
        }
        int columns = in.i32();
        in.bytes(4 * Integer.BYTES);
        int wordNgrams = in.i32();
        Loss loss = Loss.of(in.i32());
        int kind = in.i32();
        if (kind != SUPERVISED) {
            throw new AyatoriException(
                    "%s holds word vectors (kind %d at byte %d), not a classifier; take a model that `fasttext supervised` made"
                            .formatted(in.file(), kind, in.position() - Integer.BYTES));
        }
        int buckets = in.i32();
        int shortest = in.i32();
        int longest = in.i32();
        in.bytes(Integer.BYTES + Double.BYTES);
        // Old supervised models were written with n-gram lengths that they did not use.
        boolean characters = version > 11 && longest >= shortest;
        FeatureSettings settings = new FeatureSettings(wordNgrams, buckets, shortest, characters ? longest : 0);
        return parts(settings, loss, columns);
    }

    private Model parts(FeatureSettings settings, Loss loss, int columns) throws IOException {
        int entries = in.i32();
        int words = in.i32();
        int labels = in.i32();
        if (words < 0 || labels < 1 || entries != (long) words + labels) {
            throw in.broken("it has " + entries + " entries, " + words + " words and " + labels + " labels");
        }
        long tokens = in.i64();
        long pruned = in.i64();
        Dictionary dictionary = dictionary(words, entries, tokens);
        Buckets buckets = pruned < 0 ? Buckets.all(settings.buckets()) : pruned(settings.buckets(), pruned);
        boolean quantised = in.i8() != 0;
        Rows input = matrix(quantised);
        if (input.columns() != columns || input.rows() < (long) words + buckets.rows()) {
            throw in.broken("its %,d rows of %d values do not fit %,d words, %,d hashed features and %d dimensions"
                    .formatted(input.rows(), input.columns(), words, buckets.rows(), columns));
        }
        Rows output = matrix(in.i8() != 0 && quantised);
        if (output.columns() != columns || output.rows() != labels) {
            throw in.broken("its %,d rows of %d values do not fit %,d labels and %d dimensions"
                    .formatted(output.rows(), output.columns(), labels, columns));
        }
        return new Model(settings, loss, dictionary, buckets, input, output);
    }

    private Dictionary dictionary(int words, int size, long tokens) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        long[] counts = new long[Math.min(size, 1 << 16)];
        for (int i = 0; i < size; i++) {
            if (i == counts.length) {
                counts = Arrays.copyOf(counts, (int) Math.min(size, 2L * i));
            }
            entries.add(in.entry());
            counts[i] = in.i64();
            if (in.i8() != (i < words ? 0 : 1)) {
                throw in.broken("entry " + i + " of its dictionary is not of its kind: words come first, then labels");
            }
        }
        return new Dictionary(entries, counts, words, tokens);
    }

    private Buckets pruned(int buckets, long count) throws IOException {
        if (count > buckets) {
            throw in.broken("it keeps " + count + " of " + buckets + " buckets");
        }
        long[] kept = new long[(int) count];
        for (int i = 0; i < kept.length; i++) {
            int bucket = in.i32();
            int row = in.i32();
            if (bucket < 0 || bucket >= buckets || row < 0) {
                throw in.broken("it gives row " + row + " to bucket " + bucket + " of " + buckets);
            }
            kept[i] = (long) bucket << 32 | row;
        }
        Arrays.sort(kept);
        return Buckets.pruned(buckets, kept);
    }

    private Rows matrix(boolean quantised) throws IOException {
        if (quantised) {
            return quantised();
        }
        Rows matrix = Rows.zeros(in.i64(), in.i64());
        in.floats(matrix.values());
        return matrix;
    }

    private Rows quantised() throws IOException {
        boolean normed = in.i8() != 0;
        Rows matrix = Rows.zeros(in.i64(), in.i64());
        byte[] codes = bytes(in.i32());
        ProductQuantiser quantiser = ProductQuantiser.read(in);
        if (!normed) {
            quantiser.unpack(codes, row -> 1, matrix);
            return matrix;
        }
        byte[] normCodes = bytes(matrix.rows());
        ProductQuantiser norms = ProductQuantiser.read(in);
        quantiser.unpack(codes, row -> norms.first(normCodes[row]), matrix);
        return matrix;
    }

    private byte[] bytes(int count) throws IOException {
        if (count < 0) {
            throw in.broken("it claims " + count + " codes");
        }
        return in.bytes(count);
    }
}
