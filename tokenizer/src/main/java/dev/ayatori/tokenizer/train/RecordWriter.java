package dev.ayatori.tokenizer.train;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes numbers and strings of symbols to a file, buffered: the spilled and kept results of training. */
public final class RecordWriter implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LARGEST_NUMBER = 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long flushed;

    public RecordWriter(Path file) {
        try {
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes written so far. */
    public long position() {
        return flushed + filled;
    }

    /** Writes a number that is not negative, seven bits a byte, lowest first. */
    public RecordWriter number(long value) {
        reserve(LARGEST_NUMBER);
        long rest = value;
        while (rest >= 0x80) {
            buffer[filled++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[filled++] = (byte) rest;
        return this;
    }

    /** Writes a number in eight bytes, lowest first. */
    public RecordWriter fixed(long value) {
        reserve(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            buffer[filled++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Writes the bits of a decimal number. */
    public RecordWriter decimal(double value) {
        return fixed(Double.doubleToRawLongBits(value));
    }

    /** Writes the symbols from {@code from} up to, not including, {@code to}: their number, then two bytes each. */
    public RecordWriter symbols(char[] symbols, int from, int to) {
        number(to - from);
        for (int i = from; i < to; i++) {
            reserve(Character.BYTES);
            buffer[filled++] = (byte) symbols[i];
            buffer[filled++] = (byte) (symbols[i] >>> Byte.SIZE);
        }
        return this;
    }

    private void reserve(int bytes) {
        if (filled + bytes > BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        flushed += filled;
        filled = 0;
    }

    @Override
    public void close() {
        try (out) {
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
