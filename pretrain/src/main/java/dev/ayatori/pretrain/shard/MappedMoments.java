package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Moments in a memory-mapped file: the system holds in memory what it has room for. The file loses its name as soon as it is
 * open, so that it ends with its process however that ends.
 */
public final class MappedMoments implements SectionState.Moments {

    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final FileChannel file;
    private final Arena arena = Arena.ofShared();
    private long end;

    /** Moments on the disk that holds a folder. */
    public MappedMoments(Path folder) {
        this.folder = folder;
        try {
            Path named = Files.createTempFile(folder, "moments", ".map");
            this.file = FileChannel.open(named, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(named);
        } catch (IOException e) {
            throw new UncheckedIOException("no file for moments could be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Tensor zeros(long length) {
        if (length == 0) {
            return Tensor.zeros(DataType.F32, 0);
        }
        long bytes = length * Float.BYTES;
        long needed = end + bytes;
        try {
            extend(bytes);
            MemorySegment memory = file.map(FileChannel.MapMode.READ_WRITE, end - bytes, bytes, arena);
            return Tensor.over(memory, DataType.F32, length);
        } catch (IOException e) {
            throw new AyatoriException(
                    "the moments of the optimizer need " + needed + " bytes on the disk of " + folder
                            + ", which has "
                            + folder.toFile().getUsableSpace() + " left: " + e.getMessage()
                            + ". Free some, or leave out --optimizer-on-disk.",
                    e);
        }
    }

    /** Zeros are written and not left as a hole: writing into a hole on a full disk would end the process without a word. */
    private void extend(long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
        for (long left = bytes; left > 0; ) {
            zeros.clear().limit((int) Math.min(left, BLOCK));
            int written = file.write(zeros, end);
            end += written;
            left -= written;
        }
    }

    @Override
    public void close() {
        arena.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
