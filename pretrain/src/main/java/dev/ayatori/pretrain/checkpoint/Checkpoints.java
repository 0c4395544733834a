package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.Team;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The checkpoints of a training, written and read by all its processes together.
 *
 * <p>{@link #begin} copies what this process owns into the files, which the operating system holds until they are on the
 * disk; hashing and waiting for the disk go on beside the next steps. All processes ask {@link #written} at the same
 * step, and when it is so for all, they {@link #publish}.
 */
public final class Checkpoints implements AutoCloseable {

    private final CheckpointFolder folder;
    private final ModelShard shard;
    private final Team world;
    private final Keeping keeping;
    private final Consumer<String> notes;
    private Optional<Draft> draft = Optional.empty();

    /**
     * What is kept, and for which model.
     *
     * @param model canonical JSON of its shape
     * @param last newest checkpoints that are kept, 0 for all
     * @param every checkpoints of multiples of this step are kept too, 0 for none
     * @param planned steps between two planned checkpoints, of which the last is kept in any case
     */
    public record Keeping(String model, int last, int every, int planned) {}

    private record Draft(CheckpointFiles files, State.Numbers numbers, CompletableFuture<Void> work) {}

    /** The checkpoints in a folder that all processes see. */
    public Checkpoints(Path folder, ModelShard shard, Team world, Keeping keeping, Consumer<String> notes) {
        this.folder = new CheckpointFolder(folder);
        this.shard = shard;
        this.world = world;
        this.keeping = keeping;
        this.notes = notes;
    }

    private boolean leads() {
        return world.rank() == 0;
    }

    /** Begins to write the state after a step; one begun before is published first. */
    public void begin(State.Numbers numbers) throws IOException {
        finish();
        CheckpointFiles files = new CheckpointFiles(folder.draft(numbers.step()), shard);
        if (leads()) {
            files.create();
        }
        meet();
        files.write();
        CompletableFuture<Void> work = CompletableFuture.runAsync(
                files::secure,
                task -> Thread.ofPlatform().daemon().name("checkpoint").start(task));
        draft = Optional.of(new Draft(files, numbers, work));
    }

    /** Whether a checkpoint was begun and this process is done with it. */
    public boolean written() {
        return draft.map(Draft::work).map(CompletableFuture::isDone).orElse(false);
    }

    /** Publishes the checkpoint that was begun, if any, once every process is done with it. */
    public void finish() throws IOException {
        if (draft.isEmpty()) {
            return;
        }
        join(draft.get().work());
        meet();
        publish();
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException cause ? cause : e;
        }
    }

    /** Gives the checkpoint its name; all processes must be done with it. */
    public void publish() throws IOException {
        Draft whole = draft.orElseThrow();
        draft = Optional.empty();
        join(whole.work());
        if (leads()) {
            whole.files().seal(keeping.model(), whole.numbers());
            folder.publish(whole.numbers().step());
            folder.forget(keeping);
        }
    }

    /** Reads the newest whole state and tells its numbers; empty when there is none. */
    public Optional<State.Numbers> resume() throws IOException {
        deleteDrafts();
        while (true) {
            double newest = world.sum(leads() ? folder.newest() : 0)[0];
            if (newest == 0) {
                return Optional.empty();
            }
            Path candidate = folder.checkpoint((int) newest);
            CheckpointFiles files = new CheckpointFiles(candidate, shard);
            String damage = files.damage(keeping.model());
            if (isWholeForAll(damage)) {
                return Optional.of(files.read());
            }
            if (!damage.isEmpty()) {
                notes.accept("checkpoint " + candidate + " is damaged (" + damage + "); the one before is used");
            }
            meet();
            if (leads()) {
                CheckpointFolder.delete(candidate);
            }
        }
    }

    /** Reads the state after a certain step, which must be there. */
    public State.Numbers goBack(int step) throws IOException {
        CheckpointFiles files = new CheckpointFiles(folder.checkpoint(step), shard);
        String damage = files.damage(keeping.model());
        if (!isWholeForAll(damage)) {
            throw new AyatoriException(folder.checkpoint(step) + " cannot be gone back to: "
                    + (damage.isEmpty() ? "another process finds it damaged" : damage));
        }
        return files.read();
    }

    private boolean isWholeForAll(String damage) {
        return world.sum(damage.isEmpty() ? 0 : 1)[0] == 0;
    }

    /** Waits for all processes. */
    private void meet() {
        world.sum(0);
    }

    /** What was begun and not published leaves the disk again: it may be full. */
    @Override
    public void close() {
        draft.ifPresent(begun -> begun.work().cancel(false));
        try {
            deleteDrafts();
        } catch (IOException e) {
            notes.accept("an unfinished checkpoint could not be deleted in " + folder.path() + ": " + e.getMessage());
        }
    }

    private void deleteDrafts() throws IOException {
        if (leads()) {
            folder.deleteDrafts();
        }
    }
}
