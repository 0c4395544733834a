package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.Sketches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What becomes of each document, by its number in {@link Sketches}: a file of 32 bytes each, mapped into memory. Nothing
 * written means that the document is kept, stands for itself, and is trained on.
 */
public final class Fates implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int SIZE = 32;
    private static final int HELD_OUT = 1;
    private static final int COPIES = 4;
    private static final int SIMILARITY = 8;
    private static final int ORIGINAL = 16;
    private static final int CLUSTER = 24;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;

    private Fates(Path file, long size, StandardOpenOption... options) {
        boolean writes = options.length > 1;
        try (FileChannel channel = FileChannel.open(file, options)) {
            FileChannel.MapMode mode = writes ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.READ_ONLY;
            bytes = channel.map(mode, 0, writes ? size : channel.size(), arena);
        } catch (IOException e) {
            throw new UncheckedIOException("could not map " + file + ": " + e.getMessage(), e);
        }
    }

    /** A file for so many documents, all of them kept. */
    public static Fates create(Path file, int documents) {
        Fates fates = new Fates(
                file,
                (long) documents * SIZE,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        fates.bytes.fill((byte) 0);
        return fates;
    }

    /** The fates in a file, to be read. */
    public static Fates open(Path file) {
        return new Fates(file, 0, StandardOpenOption.READ);
    }

    public int size() {
        return Math.toIntExact(bytes.byteSize() / SIZE);
    }

    /** Takes over what another file says of all documents. */
    public void copy(Fates other) {
        bytes.copyFrom(other.bytes);
    }

    private static long at(int number) {
        return (long) number * SIZE;
    }

    public Fate fate(int number) {
        return Fate.of(bytes.get(ValueLayout.JAVA_BYTE, at(number)));
    }

    public boolean kept(int number) {
        return fate(number) == Fate.KEPT;
    }

    /** How many documents were removed in favour of this one. */
    public int copies(int number) {
        return bytes.get(INT, at(number) + COPIES);
    }

    /** Estimated similarity of a removed document to the one that stays. */
    public double similarity(int number) {
        return bytes.get(FLOAT, at(number) + SIMILARITY);
    }

    /** Id of the document that stays instead of a removed one. */
    public long original(int number) {
        return bytes.get(LONG, at(number) + ORIGINAL);
    }

    /** Id of the first document of a kept one's cluster. */
    public long cluster(int number) {
        return bytes.get(LONG, at(number) + CLUSTER);
    }

    /** Whether a kept document is held out of training. */
    public boolean heldOut(int number) {
        return bytes.get(ValueLayout.JAVA_BYTE, at(number) + HELD_OUT) != 0;
    }

    void remove(int number, Fate fate, long original, double similarity) {
        bytes.set(ValueLayout.JAVA_BYTE, at(number), (byte) fate.ordinal());
        bytes.set(LONG, at(number) + ORIGINAL, original);
        bytes.set(FLOAT, at(number) + SIMILARITY, (float) similarity);
    }

    void copies(int number, int copies) {
        bytes.set(INT, at(number) + COPIES, copies);
    }

    /** Says to which cluster a kept document belongs, and whether it is held out. */
    public void settle(int number, long cluster, boolean heldOut) {
        bytes.set(LONG, at(number) + CLUSTER, cluster);
        bytes.set(ValueLayout.JAVA_BYTE, at(number) + HELD_OUT, (byte) (heldOut ? 1 : 0));
    }

    @Override
    public void close() {
        arena.close();
    }
}
