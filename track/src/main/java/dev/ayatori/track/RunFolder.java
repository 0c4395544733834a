package dev.ayatori.track;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of one run, locked: the only place where artifacts are made. */
public final class RunFolder implements AutoCloseable {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Takes the run for this process alone; another process that holds it is named in the error. */
    public static RunFolder lock(Path runsFolder, String runName) {
        return new RunFolder(runsFolder.resolve(runName));
    }

    /** The artifact of a stage: the one that is there when it is up to date, else built now. */
    public Production produce(Stage stage, Resources resources, Progress progress) throws InterruptedException {
        throw new UnsupportedOperationException("not yet: " + stage.name() + resources + progress);
    }

    /** The finished artifact of this name, if there is one. */
    public Optional<Artifact> artifact(String name) {
        Path artifact = folder.resolve(name);
        return Files.exists(artifact.resolve(Manifest.FILE)) ? Optional.of(Artifact.open(artifact)) : Optional.empty();
    }

    @Override
    public void close() {}
}
