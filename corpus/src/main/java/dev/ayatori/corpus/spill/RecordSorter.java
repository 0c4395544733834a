package dev.ayatori.corpus.spill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gathers things of one kind and writes them in sorted record files, one whenever memory is full.
 *
 * @param <T> the kind
 */
public final class RecordSorter<T> {
    private final Path place;
    private final int limit;
    private final RecordForm<T> form;
    private final List<T> things = new ArrayList<>();
    private int files;

    /**
     * A sorter.
     *
     * @param place name of the files before their number
     * @param limit how many things memory may hold
     */
    public RecordSorter(Path place, int limit, RecordForm<T> form) {
        this.place = place;
        this.limit = Math.max(1000, limit);
        this.form = form;
    }

    /** Names of the files that a sorter wrote. */
    public static Stream<String> names(String place, int files) {
        return IntStream.range(0, files).mapToObj(file -> place + "." + file);
    }

    public void add(T thing) {
        things.add(thing);
        if (things.size() >= limit) {
            flush();
        }
    }

    private void flush() {
        things.sort(form);
        try (RecordWriter out = new RecordWriter(Path.of(place + "." + files++))) {
            for (T thing : things) {
                out.add(form.key(thing), form.bytes(thing));
            }
            out.finish();
        }
        things.clear();
    }

    /** Writes the rest; returns how many files there are. */
    public int finish() {
        if (!things.isEmpty()) {
            flush();
        }
        return files;
    }
}
