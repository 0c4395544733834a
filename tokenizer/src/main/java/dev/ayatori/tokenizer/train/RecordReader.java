package dev.ayatori.tokenizer.train;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads what a {@link RecordWriter} wrote, from any place on; it belongs to one thread. */
public final class RecordReader implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteBuffer window = ByteBuffer.wrap(buffer);
    private long next;
    private int at;
    private int filled;

    public RecordReader(Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The length of the file in bytes. */
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on reading at this byte. */
    public void seek(long position) {
        next = position;
        at = 0;
        filled = 0;
    }

    /** Whether everything has been read. */
    public boolean atEnd() {
        return at == filled && !fill();
    }

    /** A number as {@link RecordWriter#number} writes it. */
    public long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = oneByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** A number as {@link RecordWriter#fixed} writes it. */
    public long fixed() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (oneByte() & 0xFFL) << shift;
        }
        return value;
    }

    /** A number as {@link RecordWriter#decimal} writes it. */
    public double decimal() {
        return Double.longBitsToDouble(fixed());
    }

    /** Fills an array with so many symbols, two bytes each. */
    public void symbols(char[] symbols, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int low = oneByte() & 0xFF;
            symbols[i] = (char) (low | (oneByte() & 0xFF) << Byte.SIZE);
        }
    }

    private byte oneByte() {
        if (at == filled && !fill()) {
            throw new UncheckedIOException(new EOFException(file + " ends too early"));
        }
        return buffer[at++];
    }

    private boolean fill() {
        try {
            window.clear();
            filled = Math.max(0, channel.read(window, next));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next += filled;
        at = 0;
        return filled > 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
