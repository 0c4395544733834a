package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.Pieces;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.pretrain.shard.Team;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The checkpoints of a training, written and read by all its processes together.
 *
 * <p>{@link #begin} copies what this process owns into the files, which the operating system holds until they are on the
 * disk; hashing and waiting for the disk go on beside the next steps. All processes ask {@link #written} at the same
 * step, and when it is so for all, they {@link #publish}.
 */
public final class Checkpoints implements AutoCloseable {

    private static final String STATE = "state.json";
    private static final String PIECES = "pieces.sha256";
    private static final String DRAFT = ".partial";

    private final Path folder;
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

    private record Draft(Path folder, State.Numbers numbers, CompletableFuture<Void> work) {}

    /** The checkpoints in a folder that all processes see. */
    public Checkpoints(Path folder, ModelShard shard, Team world, Keeping keeping, Consumer<String> notes) {
        this.folder = folder;
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
        Path target = folder.resolve("step-%06d".formatted(numbers.step()) + DRAFT);
        if (leads()) {
            delete(target);
            Files.createDirectories(target);
            for (SharedFile file : files(target).keySet()) {
                file.create();
            }
        }
        meet();
        SequencedMap<SharedFile, SharedFile.Part> files = files(target);
        for (Map.Entry<SharedFile, SharedFile.Part> file : files.entrySet()) {
            file.getKey().write(file.getValue());
        }
        CompletableFuture<Void> work = CompletableFuture.runAsync(
                () -> secure(target, files),
                task -> Thread.ofPlatform().daemon().name("checkpoint").start(task));
        draft = Optional.of(new Draft(target, numbers, work));
    }

    /** Hashes what this process wrote and waits for the disk. */
    private void secure(Path target, SequencedMap<SharedFile, SharedFile.Part> files) {
        try (FileChannel pieces =
                FileChannel.open(target.resolve(PIECES), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            int number = 0;
            for (SharedFile file : files.keySet()) {
                for (int state = 0; state < shard.states().size(); state++) {
                    SharedFile.fill(pieces, ByteBuffer.wrap(file.hashes(state)), hashPlace(number, state));
                }
                file.force();
                number++;
            }
            pieces.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
        }
    }

    private long hashPlace(int file, int state) {
        long section = (long) file * shard.model().size() + shard.first() + state;
        return (section * FlatSection.PIECES + shard.team().own().begin()) * SharedFile.HASH_BYTES;
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
        if (!leads()) {
            return;
        }
        String pieces = HexFormat.of()
                .formatHex(SharedFile.sha256()
                        .digest(Files.readAllBytes(whole.folder().resolve(PIECES))));
        Json.write(whole.folder().resolve(STATE), State.sealed(keeping.model(), whole.numbers(), pieces));
        force(whole.folder().resolve(STATE));
        force(whole.folder());
        Path name = checkpoint(folder, whole.numbers().step());
        delete(name);
        Files.move(whole.folder(), name, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        forgetOld();
    }

    private void forgetOld() throws IOException {
        List<Path> all = newestFirst(folder);
        int planned = step(all.getFirst()) / keeping.planned() * keeping.planned();
        for (int i = keeping.last(); keeping.last() > 0 && i < all.size(); i++) {
            int step = step(all.get(i));
            if (step != planned && (keeping.every() == 0 || step % keeping.every() != 0)) {
                delete(all.get(i));
            }
        }
    }

    /** Reads the newest whole state and tells its numbers; empty when there is none. */
    public Optional<State.Numbers> resume() throws IOException {
        deleteDrafts();
        while (true) {
            double newest = world.sum(leads() ? newest(folder) : 0)[0];
            if (newest == 0) {
                return Optional.empty();
            }
            Path candidate = checkpoint(folder, (int) newest);
            String damage = damage(candidate);
            if (world.sum(damage.isEmpty() ? 0 : 1)[0] == 0) {
                return Optional.of(read(candidate));
            }
            if (!damage.isEmpty()) {
                notes.accept("checkpoint " + candidate + " is damaged (" + damage + "); the one before is used");
            }
            meet();
            if (leads()) {
                delete(candidate);
            }
        }
    }

    /** Reads the state after a certain step, which must be there. */
    public State.Numbers goBack(int step) throws IOException {
        Path checkpoint = checkpoint(folder, step);
        String damage = damage(checkpoint);
        if (world.sum(damage.isEmpty() ? 0 : 1)[0] != 0) {
            throw new AyatoriException(checkpoint + " cannot be gone back to: "
                    + (damage.isEmpty() ? "another process finds it damaged" : damage));
        }
        return read(checkpoint);
    }

    private State.Numbers read(Path checkpoint) throws IOException {
        for (Map.Entry<SharedFile, SharedFile.Part> file : files(checkpoint).entrySet()) {
            file.getKey().read(file.getValue());
        }
        return Json.read(checkpoint.resolve(STATE), State.class).numbers();
    }

    /** The step of the newest checkpoint in a folder, 0 where there is none. */
    public static int newest(Path folder) {
        try {
            return newestFirst(folder).stream()
                    .findFirst()
                    .map(Checkpoints::step)
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Refuses checkpoints of another model, before anything runs. */
    public static void requireModel(Path folder, String model) {
        int step = newest(folder);
        if (step > 0) {
            Path checkpoint = checkpoint(folder, step);
            try {
                Json.read(checkpoint.resolve(STATE), State.class).requireModel(checkpoint, model);
            } catch (AnotherModelException e) {
                throw e;
            } catch (AyatoriException | UncheckedIOException e) {
                assert e.getMessage() != null : "a damaged checkpoint is told of when it is resumed from";
            }
        }
    }

    private static Path checkpoint(Path folder, int step) {
        return folder.resolve("step-%06d".formatted(step));
    }

    private static int step(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring("step-".length()));
    }

    private static List<Path> newestFirst(Path folder) throws IOException {
        return matching(folder, "step-\\d+").stream()
                .sorted(Comparator.comparing(Checkpoints::step).reversed())
                .toList();
    }

    private static List<Path> matching(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches(name))
                    .toList();
        }
    }

    /** What is wrong with this process's part of a checkpoint, or "". */
    private String damage(Path checkpoint) {
        try {
            State state = Json.read(checkpoint.resolve(STATE), State.class);
            byte[] pieces = Files.readAllBytes(checkpoint.resolve(PIECES));
            if (!state.isWhole()
                    || !HexFormat.of()
                            .formatHex(SharedFile.sha256().digest(pieces))
                            .equals(state.pieces())) {
                return "its hashes do not have the hash they were written with";
            }
            state.requireModel(checkpoint, keeping.model());
            return damage(checkpoint, pieces);
        } catch (AnotherModelException e) {
            throw e;
        } catch (IOException | UncheckedIOException | AyatoriException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String damage(Path checkpoint, byte[] pieces) throws IOException {
        Pieces own = shard.team().own();
        int number = 0;
        for (SharedFile file : files(checkpoint).keySet()) {
            String damage = file.damage();
            for (int state = 0; state < shard.states().size() && damage.isEmpty(); state++) {
                int place = Math.toIntExact(hashPlace(number, state));
                byte[] expected = Arrays.copyOfRange(pieces, place, place + own.count() * SharedFile.HASH_BYTES);
                if (!Arrays.equals(file.hashes(state), expected)) {
                    damage = file + " does not have the hash it was written with";
                }
            }
            if (!damage.isEmpty()) {
                return damage;
            }
            number++;
        }
        return "";
    }

    private SequencedMap<SharedFile, SharedFile.Part> files(Path checkpoint) {
        SequencedMap<SharedFile, SharedFile.Part> files = new LinkedHashMap<>();
        files.put(new SharedFile(checkpoint.resolve("weights.safetensors"), shard), SectionState::master);
        files.put(new SharedFile(checkpoint.resolve("first-moment.safetensors"), shard), SectionState::first);
        files.put(new SharedFile(checkpoint.resolve("second-moment.safetensors"), shard), SectionState::second);
        return files;
    }

    /** Waits for all processes. */
    private void meet() {
        world.sum(0);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** What was begun and not published leaves the disk again: it may be full. */
    @Override
    public void close() {
        draft.ifPresent(begun -> begun.work().cancel(false));
        try {
            deleteDrafts();
        } catch (IOException e) {
            notes.accept("an unfinished checkpoint could not be deleted in " + folder + ": " + e.getMessage());
        }
    }

    private void deleteDrafts() throws IOException {
        if (leads()) {
            for (Path unfinished : matching(folder, "step-\\d+\\" + DRAFT)) {
                delete(unfinished);
            }
        }
    }
}
