package dev.ayatori.corpus.spill;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads the records of one file in their order, from the first or from a key on, one block in memory. */
public final class RecordReader implements AutoCloseable {
    private final Path file;
    private final FileChannel in;
    private final Blocks index;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int nextBlock;
    private int nextIndex;
    private long key;
    private int begin;
    private int length;

    private RecordReader(Path file) throws IOException {
        this.file = file;
        this.in = FileChannel.open(file, StandardOpenOption.READ);
        this.index = Blocks.read(in);
    }

    /** Opens a file before its first record. */
    public static RecordReader open(Path file) {
        try {
            return new RecordReader(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Opens a file before the first record whose key is not below this one. */
    public static RecordReader openFrom(Path file, long key) {
        RecordReader reader = open(file);
        reader.nextBlock = reader.index.before(key);
        while (reader.next()) {
            if (reader.key >= key) {
                reader.stepBack();
                break;
            }
        }
        return reader;
    }

    /** How many records the file holds. */
    public int size() {
        return index.records();
    }

    /** Goes to the next record; false at the end. */
    public boolean next() {
        if (!block.hasRemaining()) {
            if (nextBlock == index.blocks().size()) {
                return false;
            }
            load(index.blocks().get(nextBlock++));
        }
        key = block.getLong();
        length = block.getInt();
        begin = block.position();
        block.position(begin + length);
        nextIndex++;
        return true;
    }

    private void stepBack() {
        block.position(begin - Long.BYTES - Integer.BYTES);
        nextIndex--;
    }

    private void load(Blocks.Block next) {
        try {
            ByteBuffer compressed = Blocks.read(in, next.offset(), next.compressed());
            block = ByteBuffer.wrap(Zstd.decompress(compressed.array(), next.raw()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            nextIndex = next.index();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Key of the record gone to. */
    public long key() {
        return key;
    }

    /** Its number in the file. */
    public int index() {
        return nextIndex - 1;
    }

    /** Its bytes. */
    public byte[] record() {
        byte[] record = new byte[length];
        block.get(begin, record);
        return record;
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
