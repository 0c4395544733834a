package dev.ayatori.corpus.ngram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads rows of integers one after the other. */
final class RowReader implements AutoCloseable {
    private final Path file;
    private final FileChannel in;
    private final ByteBuffer buffer;
    private final int[] row;
    private boolean there;

    /** Opens a file before its first row. */
    RowReader(Path file, int width) {
        this.file = file;
        this.row = new int[width];
        this.buffer = ByteBuffer.allocateDirect(RowWriter.BUFFER / width / Integer.BYTES * width * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
        try {
            in = FileChannel.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Goes to the next row; false at the end. */
    boolean next() {
        if (!buffer.hasRemaining()) {
            fill();
        }
        there = buffer.hasRemaining();
        for (int i = 0; there && i < row.length; i++) {
            row[i] = buffer.getInt();
        }
        return there;
    }

    private void fill() {
        buffer.clear();
        try {
            while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                // a read may bring less than asked for
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
        buffer.flip();
    }

    /** Whether there is a row. */
    boolean there() {
        return there;
    }

    /** The row gone to; the same array each time. */
    int[] row() {
        return row;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + file, e);
        }
    }
}
