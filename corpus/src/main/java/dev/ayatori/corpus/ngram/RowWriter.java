package dev.ayatori.corpus.ngram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes rows of integers to a file. */
final class RowWriter implements AutoCloseable {
    static final int BUFFER = 1 << 18;

    private final Path file;
    private final int width;
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    RowWriter(Path file, int width) {
        this.file = file;
        this.width = width;
        try {
            out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + file + ": " + e.getMessage(), e);
        }
    }

    /** Appends the row that begins at a place of an array. */
    void add(int[] rows, int from) {
        if (buffer.remaining() < width * Integer.BYTES) {
            drain();
        }
        for (int i = from; i < from + width; i++) {
            buffer.putInt(rows[i]);
        }
    }

    private void drain() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
        }
        buffer.clear();
    }

    @Override
    public void close() {
        drain();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + file, e);
        }
    }
}
