package dev.ayatori.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of one run, locked: the only place where artifacts are made.
 *
 * <p>Artifacts are verified, every byte, the first time they are used and trusted from then on while the lock is held.
 */
public final class RunFolder implements AutoCloseable {
    private final Path folder;
    private final RunLock lock;
    private final TrackStore store;
    private final Map<String, Artifact> verified = new HashMap<>();

    private RunFolder(Path folder, RunLock lock, TrackStore store) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
    }

    /** Takes the run for this process alone; another process that holds it is named in the error. */
    public static RunFolder lock(Path runsFolder, String runName) {
        // Absolute, because stages hand their folders to other processes.
        Path folder = runsFolder.toAbsolutePath().normalize().resolve(runName);
        try {
            Files.createDirectories(folder);
            RunLock lock = RunLock.take(folder);
            try {
                PartialFolder.recover(folder);
                return new RunFolder(folder, lock, TrackStore.open(runsFolder));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failure.of("cannot open the run " + folder, folder, e);
        }
    }

    /** The folder in which the process that holds a run is making an artifact. */
    public static Path inProgress(Path runsFolder, String runName, String stage) {
        return runsFolder.toAbsolutePath().normalize().resolve(runName).resolve(stage + PartialFolder.SUFFIX);
    }

    public Path path() {
        return folder;
    }

    /** The artifact of a stage: the one that is there when it is up to date, else built now. */
    public Production produce(Stage stage, Resources resources, Progress progress) throws InterruptedException {
        Instant start = Instant.now();
        StageKey key = StageKey.of(stage, inputsOf(stage));
        Optional<Artifact> present = artifact(stage.name());
        if (present.isPresent() && present.get().manifest().key().sameAs(key)) {
            return new Production(verified(present.get()), true, Duration.between(start, Instant.now()));
        }
        return build(new Work(stage, new PartialFolder(folder, key), start), false, resources, progress);
    }

    /** The artifact of a stage built from nothing, whatever is there; the older one stays until this one is whole. */
    public Production rebuild(Stage stage, Resources resources, Progress progress) throws InterruptedException {
        StageKey key = StageKey.of(stage, inputsOf(stage));
        return build(new Work(stage, new PartialFolder(folder, key), Instant.now()), true, resources, progress);
    }

    /** The finished artifact of this name, if there is one. */
    public Optional<Artifact> artifact(String name) {
        Path artifact = folder.resolve(name);
        return Files.exists(artifact.resolve(Manifest.FILE)) ? Optional.of(Artifact.open(artifact)) : Optional.empty();
    }

    /** Deletes what unfinished stages left; they begin anew. */
    public void discardPartials() {
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(folder, "*" + PartialFolder.SUFFIX + "*")) {
            for (Path partial : partials) {
                FolderTree.delete(partial);
            }
        } catch (IOException e) {
            throw Failure.of("cannot clean " + folder, folder, e);
        }
    }

    /** Deletes a whole run, its artifacts and its metrics. */
    public static void delete(Path runsFolder, String runName) {
        Path folder = runsFolder.resolve(runName);
        if (runName.isBlank() || !Files.isDirectory(folder) || !runsFolder.equals(folder.getParent())) {
            throw new AyatoriException("there is no run \"" + runName + "\" in " + runsFolder);
        }
        try (RunFolder run = lock(runsFolder, runName)) {
            FolderTree.delete(folder);
            run.store.forget(runName);
        } catch (IOException e) {
            throw Failure.of("cannot delete " + folder, folder, e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            store.close();
        } catch (IOException e) {
            throw Failure.of("cannot close the run " + folder, folder, e);
        }
    }

    private record Work(Stage stage, PartialFolder partial, Instant start) {}

    private Production build(Work work, boolean anew, Resources resources, Progress progress)
            throws InterruptedException {
        String name = work.stage().name();
        note(work, "running", "");
        try {
            Artifact artifact = !anew && work.partial().complete()
                    ? work.partial().moveIntoPlace()
                    : run(work, anew, resources, progress);
            verified.put(name, artifact);
            note(work, "done", artifact.contentHash());
            return new Production(artifact, false, Duration.between(work.start(), Instant.now()));
        } catch (IOException | RuntimeException | InterruptedException e) {
            throw failed(work, e);
        } finally {
            progress.finish();
        }
    }

    private Artifact run(Work work, boolean anew, Resources resources, Progress progress)
            throws IOException, InterruptedException {
        Stage stage = work.stage();
        String run = folder.getFileName().toString();
        if (!work.partial()
                .prepare(
                        stage.resumable() && !anew,
                        earlier -> stage.goesOnFrom(earlier, work.partial().folder()))) {
            store.clearMetrics(run, stage.name());
        }
        Map<String, Artifact> inputs = new LinkedHashMap<>();
        stage.inputs().forEach(input -> inputs.put(input, needed(stage, input)));
        StageResult result = stage.run(
                new StageContext(work.partial().folder(), inputs, resources, progress, store.sink(run, stage.name())));
        return work.partial().publish(result, Recorded.since(work.start()));
    }

    /** What the caller is to see; an interrupt shows itself in many exceptions and always leaves as one. */
    private RuntimeException failed(Work work, Exception cause) throws InterruptedException {
        boolean interrupted = Thread.interrupted()
                || cause instanceof InterruptedException
                || cause instanceof ClosedByInterruptException
                || cause.getCause() instanceof ClosedByInterruptException;
        try {
            note(work, interrupted ? "interrupted" : "failed", "");
        } catch (AyatoriException e) {
            cause.addSuppressed(e);
        }
        if (interrupted) {
            InterruptedException stopped = new InterruptedException(work.stage().name() + " was interrupted");
            stopped.initCause(cause);
            throw stopped;
        }
        String what = "stage " + work.stage().name() + " failed";
        return switch (cause) {
            case UncheckedIOException unchecked -> Failure.of(what, folder, unchecked);
            case IOException io -> Failure.of(what, folder, io);
            case RuntimeException other -> other;
            default -> new IllegalStateException(what, cause);
        };
    }

    private void note(Work work, String state, String contentHash) {
        double seconds = state.equals("running")
                ? 0
                : Duration.between(work.start(), Instant.now()).toMillis() / 1000.0;
        store.write(
                folder.getFileName().toString(),
                new StageState(work.stage().name(), state, work.start().toString(), seconds, contentHash));
    }

    private List<Input> inputsOf(Stage stage) {
        List<Input> inputs = new ArrayList<>();
        for (String input : stage.inputs()) {
            inputs.add(new Input(input, needed(stage, input).contentHash()));
        }
        return inputs;
    }

    private Artifact needed(Stage stage, String input) {
        return verified(artifact(input)
                .orElseThrow(() ->
                        new AyatoriException("stage %s needs %s, which is not there; `ayatori run RECIPE` builds it"
                                .formatted(stage.name(), folder.resolve(input)))));
    }

    private Artifact verified(Artifact artifact) {
        return verified.computeIfAbsent(artifact.name(), name -> {
            try {
                artifact.verify();
                return artifact;
            } catch (UncheckedIOException e) {
                throw Failure.of("cannot verify " + artifact.folder(), folder, e);
            }
        });
    }
}
