package dev.ayatori.corpus.ngram.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a {@link RowWriter} wrote, and deletes it when it is closed: every row is read once. */
public final class RowReader implements Rows {
    private final Path file;
    private final RowShape shape;
    private final InputStream in;
    private final byte[] buffer = new byte[RowWriter.BUFFER];
    private final int[] row;
    private int place;
    private int end;
    private boolean there;

    /** Opens a file before its first row. */
    public RowReader(Path file, RowShape shape) {
        this.file = file;
        this.shape = shape;
        this.row = new int[shape.width()];
        try {
            in = Files.newInputStream(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean next() {
        if (end - place < shape.longest()) {
            fill();
        }
        there = place < end;
        if (there) {
            int at = place;
            int packed = shape.packed();
            for (int i = buffer[at++]; i < packed; i++) {
                int value = buffer[at++];
                if (value < 0) {
                    value &= 0x7F;
                    int next;
                    int shift = 7;
                    do {
                        next = buffer[at++];
                        value |= (next & 0x7F) << shift;
                        shift += 7;
                    } while (next < 0);
                }
                row[i] = value;
            }
            for (int i = packed; i < row.length; i++) {
                row[i] = (int) RowWriter.INT.get(buffer, at);
                at += Integer.BYTES;
            }
            place = at;
        }
        return there;
    }

    private void fill() {
        try {
            System.arraycopy(buffer, place, buffer, 0, end - place);
            end -= place;
            place = 0;
            end += in.readNBytes(buffer, end, buffer.length - end);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean there() {
        return there;
    }

    @Override
    public int[] row() {
        return row;
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            in.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
