package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.classify.TextClassifier.Model;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a model as {@link FastTextFile} tells, with full matrices: beside its place first, so it is whole or not there. */
final class FastTextWriter {
    private static final int BLOCK = 1 << 14;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private FastTextWriter(OutputStream out) {
        this.out = out;
    }

    static void write(Path file, Model model) {
        Path draft = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                new FastTextWriter(out).write(model);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(draft, e);
            throw new UncheckedIOException(file + " cannot be written: " + e, e);
        }
    }

    /** Gives back what a full disk may need. */
    private static void discard(Path draft, IOException cause) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void write(Model model) throws IOException {
        FeatureSettings settings = model.settings();
        buffer.putInt(FastTextFile.MAGIC)
                .putInt(FastTextFile.VERSION)
                .putInt(model.input().columns());
        buffer.putInt(5).putInt(5).putInt(1).putInt(5); // window, epochs, least count, negatives: not used to predict
        buffer.putInt(settings.wordNgrams()).putInt(model.loss().number()).putInt(FastTextFile.SUPERVISED);
        buffer.putInt(settings.buckets()).putInt(settings.shortest()).putInt(settings.longest());
        buffer.putInt(100).putDouble(1e-4);
        write(model.dictionary());
        buffer.put((byte) 0);
        write(model.input());
        buffer.put((byte) 0);
        write(model.output());
    }

    private void write(Dictionary dictionary) throws IOException {
        buffer.putInt(dictionary.size()).putInt(dictionary.words()).putInt(dictionary.labels());
        buffer.putLong(dictionary.tokens()).putLong(-1);
        for (int i = 0; i < dictionary.size(); i++) {
            flush();
            out.write(dictionary.entry(i));
            buffer.put((byte) 0).putLong(dictionary.count(i)).put((byte) (i < dictionary.words() ? 0 : 1));
        }
    }

    private void write(Rows matrix) throws IOException {
        buffer.putLong(matrix.rows()).putLong(matrix.columns());
        float[] values = matrix.values();
        for (int from = 0; from < values.length; from += BLOCK) {
            flush();
            int length = Math.min(BLOCK, values.length - from);
            buffer.asFloatBuffer().put(values, from, length);
            buffer.position(length * Float.BYTES);
        }
        flush();
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
