package dev.ayatori.corpus.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;

/** The index at the end of a record file: what each block holds and where it stands. */
record Blocks(List<Block> blocks, int records) {
    private static final int LINE = 2 * Long.BYTES + 3 * Integer.BYTES;
    private static final int TAIL = 2 * Integer.BYTES;

    /**
     * One block.
     *
     * @param key of its first record
     * @param index number of its first record in the file
     */
    record Block(long key, int index, long offset, int compressed, int raw) {}

    void write(FileChannel out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(blocks.size() * LINE + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        for (Block block : blocks) {
            buffer.putLong(block.key())
                    .putInt(block.index())
                    .putLong(block.offset())
                    .putInt(block.compressed())
                    .putInt(block.raw());
        }
        buffer.putInt(blocks.size()).putInt(records).flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    static Blocks read(FileChannel in) throws IOException {
        ByteBuffer tail = read(in, in.size() - TAIL, TAIL);
        int count = tail.getInt();
        int records = tail.getInt();
        ByteBuffer lines = read(in, in.size() - TAIL - (long) count * LINE, count * LINE);
        Block[] blocks = new Block[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = new Block(lines.getLong(), lines.getInt(), lines.getLong(), lines.getInt(), lines.getInt());
        }
        return new Blocks(List.of(blocks), records);
    }

    static ByteBuffer read(FileChannel in, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (in.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file ends at byte " + in.size() + ", in the middle of a block");
            }
        }
        return buffer.flip();
    }

    /** The last block whose first key is below this one, so that no record from the key on stands before it. */
    int before(long key) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).key() < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }
}
