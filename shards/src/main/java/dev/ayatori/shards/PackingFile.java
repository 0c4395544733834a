package dev.ayatori.shards;

import dev.ayatori.track.AyatoriException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A packing plan in a file; its form stands in the package's documentation. */
final class PackingFile {
    private static final byte[] MAGIC = "AYATPACK".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8 + 4 + 4 + 4 + 4;
    private static final int VERSION = 1;

    private PackingFile() {}

    static void write(Path file, PackingPlan plan) {
        int sequences = (int) plan.sequences();
        int pieces = 0;
        for (int sequence = 0; sequence < sequences; sequence++) {
            pieces += plan.pieces(sequence);
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.write(MAGIC);
            number(out, VERSION);
            number(out, plan.capacity());
            number(out, sequences);
            number(out, pieces);
            for (int sequence = 0; sequence < sequences; sequence++) {
                number(out, plan.pieces(sequence));
            }
            for (int sequence = 0; sequence < sequences; sequence++) {
                for (int piece = 0; piece < plan.pieces(sequence); piece++) {
                    out.writeLong(Long.reverseBytes(plan.firstToken(sequence, piece)));
                    number(out, plan.length(sequence, piece));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void number(DataOutputStream out, int value) throws IOException {
        out.writeInt(Integer.reverseBytes(value));
    }

    static PackingPlan read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = read(channel, HEADER, file);
            byte[] magic = new byte[MAGIC.length];
            header.get(magic);
            if (!Arrays.equals(magic, MAGIC) || header.getInt() != VERSION) {
                throw new AyatoriException(file + " is no packing plan of version " + VERSION);
            }
            int capacity = header.getInt();
            int sequences = header.getInt();
            int pieces = header.getInt();
            if (capacity < 1
                    || sequences < 0
                    || pieces < 0
                    || channel.size() != HEADER + 4L * sequences + 12L * pieces) {
                throw new AyatoriException(
                        "%s is damaged: %d bytes for %d sequences of %d pieces; write the shards again"
                                .formatted(file, channel.size(), sequences, pieces));
            }
            return read(channel, new int[] {capacity, sequences, pieces}, file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PackingPlan read(FileChannel channel, int[] sizes, Path file) throws IOException {
        int[] bounds = new int[sizes[1] + 1];
        ByteBuffer counts = read(channel, 4L * sizes[1], file);
        for (int i = 0; i < sizes[1]; i++) {
            bounds[i + 1] = bounds[i] + counts.getInt();
        }
        if (bounds[sizes[1]] != sizes[2]) {
            throw new AyatoriException(file + " is damaged: its sequences hold " + bounds[sizes[1]] + " pieces, not "
                    + sizes[2] + "; write the shards again");
        }
        long[] firstTokens = new long[sizes[2]];
        int[] lengths = new int[sizes[2]];
        ByteBuffer table = read(channel, 12L * sizes[2], file);
        for (int i = 0; i < sizes[2]; i++) {
            firstTokens[i] = table.getLong();
            lengths[i] = table.getInt();
        }
        return new PackingPlan(sizes[0], bounds, firstTokens, lengths);
    }

    private static ByteBuffer read(FileChannel channel, long size, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new AyatoriException(file + " is cut off; write the shards again");
            }
        }
        return bytes.flip();
    }
}
