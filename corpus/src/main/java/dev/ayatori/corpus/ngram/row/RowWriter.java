package dev.ayatori.corpus.ngram.row;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes rows to a file: how many keys are those of the row before, then all other keys and the counts, 7 bits a byte, and the
 * bits as they are.
 */
public final class RowWriter implements AutoCloseable {
    static final int BUFFER = 1 << 16;
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final RowShape shape;
    private final int[] before;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long rows;

    /** Makes a file, or empties it. */
    public RowWriter(Path file, RowShape shape) {
        this.file = file;
        this.shape = shape;
        this.before = new int[shape.keys()];
        try {
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Adds a row; its keys are those of the row before, or larger. */
    public void add(int[] row) {
        if (buffer.length - filled < shape.longest()) {
            drain();
        }
        rows++;
        int common = Arrays.mismatch(row, 0, before.length, before, 0, before.length);
        common = common < 0 ? before.length : common;
        System.arraycopy(row, common, before, common, before.length - common);
        int at = filled;
        buffer[at++] = (byte) common;
        int packed = shape.packed();
        for (int i = common; i < packed; i++) {
            int value = row[i];
            while ((value & ~0x7F) != 0) {
                buffer[at++] = (byte) (value | 0x80);
                value >>>= 7;
            }
            buffer[at++] = (byte) value;
        }
        for (int i = packed; i < packed + shape.bits(); i++) {
            INT.set(buffer, at, row[i]);
            at += Integer.BYTES;
        }
        filled = at;
    }

    /** How many were added. */
    public long rows() {
        return rows;
    }

    private void drain() {
        try {
            out.write(buffer, 0, filled);
        } catch (IOException e) {
            throw failed(e);
        }
        filled = 0;
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        drain();
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
