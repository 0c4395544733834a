package dev.ayatori.corpus.dedup;

import dev.ayatori.corpus.spill.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;

/** Writes the sketches of one run and the keys under which its documents meet others. */
public final class SketchWriter {
    /** Bytes of a sketch before its signature. */
    static final int HEAD = 5 * Long.BYTES + 2 * Integer.BYTES;

    private static final long URL = 0x75726C;
    private static final long EXACT = 0x6578;

    private final DuplicateSettings settings;

    public SketchWriter(DuplicateSettings settings) {
        this.settings = settings;
    }

    /** Writes a run, which stands in the order of the ids. */
    public void write(SketchFiles files, List<Sketched> run) {
        if (run.size() > Keys.LIMIT) {
            throw new IllegalArgumentException("a run holds at most " + Keys.LIMIT + " documents, not " + run.size());
        }
        writeSketches(files, run);
        Keys duplicates = new Keys();
        Keys relatives = new Keys();
        Keys fingerprints = new Keys();
        for (int number = 0; number < run.size(); number++) {
            Sketched document = run.get(number);
            Sketch sketch = document.sketch();
            if (settings.sameUrl()) {
                duplicates.add(Shingles.mix(document.url() + URL), number);
            }
            duplicates.add(Shingles.mix(sketch.exact().low() + EXACT), number);
            addBands(sketch.signature(), settings.bands(), settings.rows(), duplicates, number);
            addBands(sketch.signature(), settings.relatedBands(), settings.relatedRows(), relatives, number);
            for (long fingerprint : sketch.fingerprints()) {
                fingerprints.add(fingerprint, number);
            }
        }
        duplicates.write(files.duplicates());
        if (settings.relates()) {
            relatives.write(files.relatives());
            fingerprints.write(files.fingerprints());
        }
    }

    /**
     * Locality-sensitive hashing after Indyk and Motwani (1998): a pair of similarity s meets in one of b bands of r rows
     * with probability 1 - (1 - s^r)^b.
     */
    private static void addBands(int[] signature, int bands, int rows, Keys keys, int number) {
        for (int band = 0; band < bands; band++) {
            long key = band;
            for (int row = 0; row < rows; row++) {
                key = Shingles.mix(key * 31 + signature[band * rows + row]);
            }
            keys.add(key, number);
        }
    }

    private void writeSketches(SketchFiles files, List<Sketched> run) {
        ByteBuffer buffer =
                ByteBuffer.allocate(HEAD + Integer.BYTES * settings.hashes()).order(ByteOrder.LITTLE_ENDIAN);
        WholeFile whole = WholeFile.at(files.sketches());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole.draft()), 1 << 16)) {
                for (Sketched document : run) {
                    put(document, buffer.clear());
                    out.write(buffer.array());
                }
            }
            whole.publish();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + files.sketches() + ": " + e.getMessage(), e);
        }
    }

    private static void put(Sketched document, ByteBuffer buffer) {
        Sketch.Fingerprint exact = document.sketch().exact();
        buffer.putLong(document.id())
                .putLong(document.url())
                .putLong(exact.high())
                .putLong(exact.low())
                .putLong(document.bytes())
                .putInt(document.rank())
                .putInt(document.language());
        for (int value : document.sketch().signature()) {
            buffer.putInt(value);
        }
    }
}
