package dev.ayatori.serve.run;

import dev.ayatori.track.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something kept open over an artifact, opened when first asked for and again when the artifact was made anew.
 *
 * <p>What was open before stays so until the end, for a request may still be reading it.
 */
final class Opened<T> implements AutoCloseable {
    private final Path folder;
    private final Function<Artifact, T> opening;
    private final List<T> all = new ArrayList<>();
    private @Nullable T value;
    private String contentHash = "";

    Opened(Path folder, Function<Artifact, T> opening) {
        this.folder = folder;
        this.opening = opening;
    }

    /** The artifact in a folder, absent until its stage is finished. */
    static Optional<Artifact> artifact(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.json"))
                ? Optional.of(Artifact.open(folder))
                : Optional.empty();
    }

    /** The open value, absent until the stage is finished. */
    synchronized Optional<T> get() {
        Optional<Artifact> artifact = artifact(folder);
        if (artifact.isEmpty()) {
            return Optional.empty();
        }
        T present = value;
        if (present == null || !contentHash.equals(artifact.get().contentHash())) {
            present = opening.apply(artifact.get());
            value = present;
            all.add(present);
            contentHash = artifact.get().contentHash();
        }
        return Optional.of(present);
    }

    @Override
    public synchronized void close() {
        for (T each : all) {
            if (each instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }
        all.clear();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close " + closeable, e);
        }
    }
}
