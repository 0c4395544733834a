package dev.ayatori.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder {@code NAME.partial} in which a stage works until its artifact is published.
 *
 * <p>Every step leaves a state from which the next run goes on by itself: the key file says whose work it is (no key: a
 * half-emptied folder, nobody's), {@code manifest.json} says that the work is done, and publishing is two renames, of
 * which {@link #recover} undoes the first when the second did not happen.
 */
record PartialFolder(Path run, StageKey key) {
    static final String KEY_FILE = "partial.json";
    static final String SUFFIX = ".partial";
    private static final String REPLACED = ".replaced";

    Path folder() {
        return run.resolve(key.name() + SUFFIX);
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
     * @return whether there is work to resume
     */
    boolean prepare(boolean resumable) throws IOException {
        Files.deleteIfExists(folder().resolve(Manifest.FILE));
        if (resumable && holdsSameWork()) {
            return true;
        }
        Files.deleteIfExists(folder().resolve(KEY_FILE));
        FolderTree.delete(folder());
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(KEY_FILE), Json.pretty(key));
        return false;
    }

    private boolean holdsSameWork() {
        Path file = folder().resolve(KEY_FILE);
        try {
            return Files.exists(file) && Json.read(file, StageKey.class).sameAs(key);
        } catch (AyatoriException e) {
            return false;
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
        Files.deleteIfExists(place.resolve(KEY_FILE));
        FolderTree.delete(replaced);
        return Artifact.open(place);
    }

    /** Mends a run that was killed between the two renames of publishing, or before the older artifact was deleted. */
    static void recover(Path run) throws IOException {
        try (var replacedFolders = Files.newDirectoryStream(run, "*" + REPLACED)) {
            for (Path replaced : replacedFolders) {
                String name = replaced.getFileName().toString();
                Path place = run.resolve(name.substring(0, name.length() - REPLACED.length()));
                if (Files.exists(place.resolve(Manifest.FILE))) {
                    FolderTree.delete(replaced);
                } else {
                    Files.move(replaced, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }
}
