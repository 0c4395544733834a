package dev.ayatori.corpus.spill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Sorts any number of longs in bounded memory: full buffers go to disk sorted, and are merged at the end. */
public final class LongSorter implements AutoCloseable {
    private final Path place;
    private final int limit;
    private final String attempt = UUID.randomUUID().toString();
    private final List<Path> chunks = new ArrayList<>();
    private long[] buffer = new long[1024];
    private int size;

    /**
     * A sorter.
     *
     * @param place the file that will hold all longs in order; chunks stand beside it until then
     * @param limit how many longs memory may hold
     */
    public LongSorter(Path place, int limit) {
        this.place = place;
        this.limit = Math.max(1024, limit);
    }

    public void add(long value) {
        if (size == buffer.length) {
            if (size == limit) {
                spill();
            } else {
                buffer = Arrays.copyOf(buffer, (int) Math.min(limit, 2L * size));
            }
        }
        buffer[size++] = value;
    }

    private void spill() {
        Arrays.sort(buffer, 0, size);
        Path chunk = place.resolveSibling(place.getFileName() + "." + attempt + "." + chunks.size());
        LongFile.write(chunk, buffer, size);
        chunks.add(chunk);
        size = 0;
    }

    /** Writes everything added, in order; returns how often memory was full. */
    public int finish() {
        if (chunks.isEmpty()) {
            Arrays.sort(buffer, 0, size);
            LongFile.write(place, buffer, size);
            return 0;
        }
        spill();
        buffer = new long[0];
        try (Arena arena = Arena.ofConfined()) {
            LongFile.write(
                    place,
                    new LongMerge(chunks.stream()
                            .map(chunk -> LongFile.map(chunk, arena).range(Long.MIN_VALUE, Long.MAX_VALUE))
                            .toList()));
        }
        return chunks.size();
    }

    @Override
    public void close() {
        try {
            for (Path chunk : chunks) {
                Files.deleteIfExists(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete what was sorted for " + place, e);
        }
    }
}
