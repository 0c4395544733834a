package dev.ayatori.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The folder {@code NAME.partial} in which a stage works until its artifact is published.
 *
 * <p>Every step leaves a state from which the next run goes on by itself: the key file beside the folder says whose work it is (no
 * key: a half-emptied folder, nobody's), {@code manifest.json} says that the work is done, and publishing is two renames, of
 * which {@link #recover} undoes the first when the second did not happen.
 */
record PartialFolder(Path run, StageKey key) {
    static final String SUFFIX = ".partial";
    private static final String KEY_SUFFIX = SUFFIX + ".json";
    private static final String REPLACED = ".replaced";

    Path folder() {
        return run.resolve(key.name() + SUFFIX);
    }

    /** Beside the folder, not in it: the stage may list its folder and must find its own files only. */
    private Path keyFile() {
        return run.resolve(key.name() + KEY_SUFFIX);
    }

    /** Whether an interrupted run did all of this very work and only had to publish it. */
    boolean complete() {
        if (!Files.exists(folder().resolve(Manifest.FILE))) {
            return false;
        }
        try {
            Artifact artifact = Artifact.open(folder());
            artifact.verify();
            return artifact.manifest().key().sameAs(key);
        } catch (AyatoriException e) {
            return false;
        }
    }

    /**
     * Makes the folder ready to work in, empty unless it may be resumed and holds the same work.
     *
     * @param goesOnFrom whether work with other settings counts as the same
     * @return whether there is work to resume
     */
    boolean prepare(boolean resumable, Predicate<JsonNode> goesOnFrom) throws IOException {
        Files.deleteIfExists(folder().resolve(Manifest.FILE));
        Optional<StageKey> earlier = resumable ? earlier() : Optional.empty();
        if (earlier.filter(key::sameAs).isPresent()) {
            return true;
        }
        boolean goesOn = earlier.filter(other -> other.with(key.settings()).sameAs(key))
                .filter(other -> goesOnFrom.test(other.settings()))
                .isPresent();
        if (goesOn) {
            Files.writeString(keyFile(), Json.pretty(key));
            return true;
        }
        Files.deleteIfExists(keyFile());
        FolderTree.delete(folder());
        Files.createDirectories(folder());
        Files.writeString(keyFile(), Json.pretty(key));
        return false;
    }

    /** Whose work the folder holds, as far as that can be told. */
    private Optional<StageKey> earlier() {
        try {
            return Files.isDirectory(folder()) && Files.exists(keyFile())
                    ? Optional.of(Json.read(keyFile(), StageKey.class))
                    : Optional.empty();
        } catch (AyatoriException e) {
            return Optional.empty();
        }
    }

    /** Hashes the files, writes the manifest last, and puts the folder in the place of the artifact. */
    Artifact publish(StageResult result, Recorded recorded) throws IOException {
        Manifest manifest = Manifest.of(key, result, FileHashes.of(folder()), recorded);
        FolderTree.force(folder());
        Path draft = folder().resolve(Manifest.FILE + ".draft");
        Files.writeString(draft, Json.pretty(manifest));
        FolderTree.forceOne(draft);
        Files.move(draft, folder().resolve(Manifest.FILE), StandardCopyOption.ATOMIC_MOVE);
        FolderTree.forceOne(folder());
        return moveIntoPlace();
    }

    /** Publishes a {@link #complete} folder: the older artifact steps aside, this one takes its place. */
    Artifact moveIntoPlace() throws IOException {
        Path place = run.resolve(key.name());
        Path replaced = run.resolve(key.name() + REPLACED);
        FolderTree.delete(replaced);
        if (Files.exists(place)) {
            Files.move(place, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder(), place, StandardCopyOption.ATOMIC_MOVE);
        FolderTree.forceOne(run);
        Files.deleteIfExists(keyFile());
        FolderTree.delete(replaced);
        return Artifact.open(place);
    }

    /** Mends a run that was killed between the two renames of publishing, or before what is left over was deleted. */
    static void recover(Path run) throws IOException {
        for (Path replaced : matching(run, REPLACED)) {
            Path place = without(REPLACED, replaced);
            if (Files.exists(place.resolve(Manifest.FILE))) {
                FolderTree.delete(replaced);
            } else {
                Files.move(replaced, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path keyFile : matching(run, KEY_SUFFIX)) {
            if (!Files.isDirectory(without(".json", keyFile))) {
                Files.delete(keyFile);
            }
        }
    }

    private static List<Path> matching(Path run, String suffix) throws IOException {
        try (Stream<Path> entries = Files.list(run)) {
            return entries.filter(entry -> entry.toString().endsWith(suffix)).toList();
        }
    }

    private static Path without(String suffix, Path path) {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.length() - suffix.length()));
    }
}
