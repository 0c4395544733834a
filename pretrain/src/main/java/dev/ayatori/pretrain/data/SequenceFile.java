package dev.ayatori.pretrain.data;

import dev.ayatori.track.AyatoriException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sequences of equal length with a mark on every token that the loss counts: the way tuning data reaches a worker.
 *
 * <p>Little-endian: the 8 bytes {@code AYSEQ001}, i32 length (context + 1), i32 count; then per sequence {@code length}
 * i32 tokens and {@code length} bytes of marks. Mark i is 1 where predicting token i from the tokens before it counts;
 * mark 0 of a sequence is never read. Shorter texts are filled up with any token under mark 0.
 */
public final class SequenceFile implements SequenceSource {

    private static final byte[] MAGIC = "AYSEQ001".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 2 * Integer.BYTES;

    private final ByteBuffer bytes;
    private final int length;
    private final int count;

    private SequenceFile(ByteBuffer bytes) {
        this.bytes = bytes;
        this.length = bytes.getInt(MAGIC.length);
        this.count = bytes.getInt(MAGIC.length + Integer.BYTES);
    }

    /** Writes sequences, all of one length, to a new file. */
    public static void write(Path file, List<Sequence> sequences) throws IOException {
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException(file + ": there must be at least one sequence");
        }
        int length = sequences.getFirst().tokens().length;
        ByteBuffer one = ByteBuffer.allocate(length * (Integer.BYTES + 1)).order(ByteOrder.LITTLE_ENDIAN);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(MAGIC);
            out.writeInt(Integer.reverseBytes(length));
            out.writeInt(Integer.reverseBytes(sequences.size()));
            for (Sequence sequence : sequences) {
                if (sequence.tokens().length != length) {
                    throw new IllegalArgumentException(file + ": every sequence must have " + length
                            + " tokens, but one has " + sequence.tokens().length);
                }
                one.clear();
                for (int token : sequence.tokens()) {
                    one.putInt(token);
                }
                for (boolean mark : sequence.counted()) {
                    one.put((byte) (mark ? 1 : 0));
                }
                out.write(one.array());
            }
        }
    }

    /** Opens a file whose sequences have context + 1 tokens. */
    static SequenceFile open(Path file, int context) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            boolean ours =
                    bytes.capacity() >= HEADER && bytes.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
            if (!ours) {
                throw new AyatoriException(file + " is no sequence file: it does not begin with AYSEQ001");
            }
            SequenceFile opened = new SequenceFile(bytes);
            if (opened.length != context + 1) {
                throw new AyatoriException(file + ": its sequences have " + opened.length + " tokens, but a context of "
                        + context + " takes " + (context + 1));
            }
            if (opened.count < 1 || bytes.capacity() != HEADER + (long) opened.count * opened.length * 5) {
                throw new AyatoriException(file + " is cut off or damaged: " + opened.count + " sequences do not fit "
                        + bytes.capacity() + " bytes. Write it again.");
            }
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public long sequences() {
        return count;
    }

    @Override
    public Sequence read(long sequence) {
        int at = Math.toIntExact(HEADER + sequence * length * 5);
        int[] tokens = new int[length];
        boolean[] counted = new boolean[length];
        for (int i = 0; i < length; i++) {
            tokens[i] = bytes.getInt(at + i * Integer.BYTES);
            counted[i] = bytes.get(at + length * Integer.BYTES + i) == 1;
        }
        return new Sequence(tokens, counted);
    }
}
