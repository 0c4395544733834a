package dev.ayatori.corpus.source;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What was made of pinned files, once for all threads and tasks of a process, because models take longer to load than many
 * a task runs. What a hash stands for never changes, so nobody can tell this from loading it again.
 */
public final class Loaded<T> {
    private final BiFunction<PinnedFile, String, T> made;
    private final Map<String, SoftReference<T>> byHash = new HashMap<>();

    /** Nothing yet; {@code made} is given the file, and what names it in errors. */
    public Loaded(BiFunction<PinnedFile, String, T> made) {
        this.made = made;
    }

    /** What is made of a file; {@code what} names the file in errors. */
    public synchronized T get(PinnedFile file, String what) {
        SoftReference<T> known = byHash.get(file.sha256());
        T there = known == null ? null : known.get();
        T loaded = there == null ? made.apply(file, what) : there;
        byHash.put(file.sha256(), new SoftReference<>(loaded));
        return loaded;
    }
}
