package dev.ayatori.corpus.dedup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * The sketches of all runs, mapped into memory and numbered through: run after run, in a run in the order of the ids.
 *
 * <p>Numbers depend on how the work was cut into runs; they order nothing that is kept.
 */
public final class Sketches implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int EXACT = 16;
    private static final int BYTES = 32;
    private static final int RANK = 40;
    private static final int LANGUAGE = 44;

    private final Arena arena = Arena.ofShared();
    private final List<SketchFiles> files;
    private final MemorySegment[] runs;
    private final int[] firsts;
    private final int hashes;
    private final long stride;

    private Sketches(List<SketchFiles> files, int hashes) throws IOException {
        this.files = List.copyOf(files);
        this.hashes = hashes;
        this.stride = SketchWriter.HEAD + (long) Integer.BYTES * hashes;
        this.runs = new MemorySegment[files.size()];
        this.firsts = new int[files.size() + 1];
        for (int run = 0; run < runs.length; run++) {
            runs[run] = map(files.get(run).sketches());
            firsts[run + 1] = Math.addExact(firsts[run], Math.toIntExact(runs[run].byteSize() / stride));
        }
    }

    private MemorySegment map(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena);
        }
    }

    /** Opens the sketches of these runs. */
    public static Sketches open(List<SketchFiles> files, DuplicateSettings settings) {
        try {
            return new Sketches(files, settings.hashes());
        } catch (IOException e) {
            throw new UncheckedIOException("could not map the sketches: " + e.getMessage(), e);
        }
    }

    /** How many documents there are. */
    public int size() {
        return firsts[runs.length];
    }

    /** The runs' files. */
    public List<SketchFiles> files() {
        return files;
    }

    /** What is mapped lives as long as this. */
    public Arena arena() {
        return arena;
    }

    /** The number of the first document of a run. */
    public int first(int run) {
        return firsts[run];
    }

    /** The run of a document. */
    private int run(int number) {
        int found = Arrays.binarySearch(firsts, number);
        int run = found >= 0 ? found : -found - 2;
        while (firsts[run + 1] == number) {
            run++;
        }
        return run;
    }

    private long longAt(int number, int field) {
        int run = run(number);
        return runs[run].get(LONG, (number - firsts[run]) * stride + field);
    }

    private int intAt(int number, int field) {
        int run = run(number);
        return runs[run].get(INT, (number - firsts[run]) * stride + field);
    }

    /** The document's id as a number that rises with it. */
    public long id(int number) {
        return longAt(number, 0);
    }

    /** A hash of its web address. */
    public long url(int number) {
        return longAt(number, 8);
    }

    /** Whether two documents have the same text but for width and spaces. */
    public boolean sameText(int left, int right) {
        return longAt(left, EXACT) == longAt(right, EXACT) && longAt(left, EXACT + 8) == longAt(right, EXACT + 8);
    }

    /** The number of its language. */
    public int language(int number) {
        return intAt(number, LANGUAGE);
    }

    /** Length of its text in UTF-8. */
    public long bytes(int number) {
        return longAt(number, BYTES);
    }

    /** Rank of its collection: of several copies the one of the lowest rank stays. */
    public int rank(int number) {
        return intAt(number, RANK);
    }

    /** Whether all hashes of one band agree. */
    public boolean shareBand(int left, int right, int bands, int rows) {
        int[] one = signature(left);
        int[] other = signature(right);
        for (int band = 0; band < bands; band++) {
            if (Arrays.equals(one, band * rows, (band + 1) * rows, other, band * rows, (band + 1) * rows)) {
                return true;
            }
        }
        return false;
    }

    /** The estimated Jaccard similarity of two documents. */
    public double similarity(int left, int right) {
        return MinHash.estimate(signature(left), signature(right));
    }

    /** Its MinHash signature. */
    public int[] signature(int number) {
        int run = run(number);
        int[] signature = new int[hashes];
        MemorySegment.copy(runs[run], INT, (number - firsts[run]) * stride + SketchWriter.HEAD, signature, 0, hashes);
        return signature;
    }

    @Override
    public void close() {
        arena.close();
    }
}
