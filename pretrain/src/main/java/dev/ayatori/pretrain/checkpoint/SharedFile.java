package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.model.Parameter;
import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.Pieces;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.SafeTensorsPlan;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * A safetensors file of all parameters in f32 that every process reads and writes a part of. Sections lie in it as they
 * lie flat in memory but for the zeros at their ends, so that consecutive pieces are one stretch of bytes.
 */
public final class SharedFile {

    static final int HASH_BYTES = 32;
    private static final int LARGEST_WRITE = 1 << 26;

    private final Path file;
    private final ModelShard shard;
    private final ByteBuffer header;
    private final long valueBytes;

    /** The file of a model, some sections of which are here. */
    public SharedFile(Path file, ModelShard shard) {
        this.file = file;
        this.shard = shard;
        SafeTensorsPlan plan = new SafeTensorsPlan(Map.of("format", "pt"));
        for (FlatSection section : shard.model()) {
            for (Parameter parameter : section.section().parameters()) {
                plan.add(parameter.name(), DataType.F32, parameter.shape());
            }
        }
        this.header = plan.header();
        this.valueBytes = plan.valueBytes();
    }

    /** What of a section's state the file holds. */
    @FunctionalInterface
    public interface Part {
        /** The held pieces. */
        Tensor of(SectionState state);
    }

    /** Makes the file in its full length, for all to write into. */
    public void create() throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            fill(channel, header.duplicate(), 0);
            fill(channel, ByteBuffer.allocate(1), header.limit() + valueBytes - 1);
        }
    }

    /** Writes the own pieces; they may still be on their way to the disk afterwards. */
    public void write(Part part) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < shard.states().size(); i++) {
                SectionState state = shard.states().get(i);
                Stretch stretch = stretch(i, shard.team().own());
                try (Scope _ = Scope.open()) {
                    MemorySegment values =
                            state.slice(part.of(state), shard.team().own()).segment();
                    for (long at = 0; at < stretch.length(); at += LARGEST_WRITE) {
                        long length = Math.min(LARGEST_WRITE, stretch.length() - at);
                        fill(channel, values.asSlice(at, length).asByteBuffer(), stretch.begin() + at);
                    }
                }
            }
        }
    }

    /** Waits until what was written is on the disk. */
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Reads the held pieces. */
    public void read(Part part) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int i = 0; i < shard.states().size(); i++) {
                SectionState state = shard.states().get(i);
                Stretch stretch = stretch(i, state.held());
                MemorySegment values = part.of(state).segment();
                for (long at = 0; at < stretch.length(); at += LARGEST_WRITE) {
                    long length = Math.min(LARGEST_WRITE, stretch.length() - at);
                    readFully(channel, values.asSlice(at, length).asByteBuffer(), stretch.begin() + at);
                }
            }
        }
    }

    /** The hashes of the own pieces of the sections here, one behind the other, as they stand in the file. */
    byte[] hashes(int state) throws IOException {
        Pieces own = shard.team().own();
        ByteBuffer hashes = ByteBuffer.allocate(own.count() * HASH_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int piece = own.begin(); piece < own.end(); piece++) {
                Stretch stretch = stretch(state, new Pieces(piece, piece + 1));
                MessageDigest digest = sha256();
                ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1 << 20, stretch.length()));
                for (long at = 0; at < stretch.length(); at += bytes.limit()) {
                    bytes.clear().limit((int) Math.min(bytes.capacity(), stretch.length() - at));
                    readFully(channel, bytes, stretch.begin() + at);
                    digest.update(bytes.flip());
                }
                hashes.put(digest.digest());
            }
        }
        return hashes.array();
    }

    /** What is wrong with the beginning or the length of the file, or "". */
    String damage() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != header.limit() + valueBytes) {
                return file.getFileName() + " has " + channel.size() + " bytes instead of "
                        + (header.limit() + valueBytes);
            }
            ByteBuffer found = ByteBuffer.allocate(header.limit());
            readFully(channel, found, 0);
            return found.flip().equals(header) ? "" : file.getFileName() + " does not begin as it was written";
        }
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }

    private record Stretch(long begin, long length) {}

    private Stretch stretch(int state, Pieces pieces) {
        FlatSection flat = shard.states().get(state).flat();
        long begin = Math.min(flat.start(pieces), flat.values());
        long end = Math.min(flat.start(pieces) + flat.length(pieces), flat.values());
        long before = header.limit() + shard.valuesBefore(state) * Float.BYTES;
        return new Stretch(before + begin * Float.BYTES, (end - begin) * Float.BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    static void fill(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        long begin = at - bytes.position();
        while (bytes.hasRemaining()) {
            channel.write(bytes, begin + bytes.position());
        }
    }

    private void readFully(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException(file + " ends before " + (at + bytes.limit()) + " bytes");
            }
        }
    }
}
