package dev.ayatori.corpus.spill;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes records in the order of their keys; see the package for the format. */
public final class RecordWriter implements AutoCloseable {
    static final int BLOCK = 128 << 10;

    /** Files that are soon deleted need not be small: a quarter less time than level 1, a fifth more bytes. */
    private static final int FAST = -1;

    private static final int HEAD = Long.BYTES + Integer.BYTES;

    private final WholeFile file;
    private final FileChannel out;
    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(FAST);
    private final List<Blocks.Block> blocks = new ArrayList<>();
    private ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private long firstKey;
    private int firstIndex;
    private int records;
    private boolean finished;

    /** A writer of a file that is not there yet or is to be replaced. */
    public RecordWriter(Path place) {
        this.file = WholeFile.at(place);
        try {
            this.out = FileChannel.open(file.draft(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + file.draft(), e);
        }
    }

    /** Appends a record; its key is not below the one before. */
    public void add(long key, byte[] record) {
        if (block.remaining() < HEAD + record.length && block.position() > 0) {
            flush();
        }
        if (block.capacity() < HEAD + record.length) {
            block = ByteBuffer.allocate(HEAD + record.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        if (block.position() == 0) {
            firstKey = key;
            firstIndex = records;
        }
        block.putLong(key).putInt(record.length).put(record);
        records++;
    }

    private void flush() {
        byte[] compressed = zstd.compress(java.util.Arrays.copyOf(block.array(), block.position()));
        try {
            blocks.add(new Blocks.Block(firstKey, firstIndex, out.position(), compressed.length, block.position()));
            ByteBuffer bytes = ByteBuffer.wrap(compressed);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file.draft() + ": " + e.getMessage(), e);
        }
        if (block.capacity() > 4 * BLOCK) {
            block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        }
        block.clear();
    }

    /** Ends the file and gives it its name; without this call it never appears. */
    public void finish() {
        if (block.position() > 0) {
            flush();
        }
        try {
            new Blocks(blocks, records).write(out);
            out.close();
            file.publish();
            finished = true;
        } catch (IOException e) {
            throw new UncheckedIOException("could not finish " + file.place() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        zstd.close();
        try {
            out.close();
            if (!finished) {
                java.nio.file.Files.deleteIfExists(file.draft());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + file.draft(), e);
        }
    }
}
