package dev.ayatori.corpus.spill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of sorted longs, mapped into memory. */
public final class LongFile {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BUFFER = 1 << 16;

    private final MemorySegment longs;

    private LongFile(MemorySegment longs) {
        this.longs = longs;
    }

    /** Maps a file for as long as the arena lives. */
    public static LongFile map(Path file, Arena arena) {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return new LongFile(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena));
        } catch (IOException e) {
            throw new UncheckedIOException("could not map " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes the first so many longs of an array. */
    public static void write(Path file, long[] longs, int size) {
        write(file, new LongCursor() {
            private int next;

            @Override
            public boolean advance() {
                return next++ < size;
            }

            @Override
            public long value() {
                return longs[next - 1];
            }
        });
    }

    /** Writes all that a cursor gives. */
    public static void write(Path file, LongCursor values) {
        WholeFile whole = WholeFile.at(file);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out =
                FileChannel.open(whole.draft(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (values.advance()) {
                if (!buffer.hasRemaining()) {
                    drain(buffer, out);
                }
                buffer.putLong(values.value());
            }
            drain(buffer, out);
            whole.publish();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel out) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }

    public long size() {
        return longs.byteSize() / Long.BYTES;
    }

    public long get(long index) {
        return longs.getAtIndex(LONG, index);
    }

    /** Where the first long stands that is not below this one. */
    public long from(long value) {
        long low = 0;
        long high = size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (get(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Everything from one value on and below another. */
    public LongCursor range(long from, long below) {
        long end = from(below);
        long begin = from(from);
        return new LongCursor() {
            private long next = begin;

            @Override
            public boolean advance() {
                return next++ < end;
            }

            @Override
            public long value() {
                return get(next - 1);
            }
        };
    }
}
