package dev.ayatori.pretrain;

import dev.ayatori.tensor.SafeTensors;
import dev.ayatori.tensor.SafeTensorsWriter;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The states a training can go on from, one folder {@code step-NNNNNN} each: {@code weights.safetensors}, {@code
 * first-moment.safetensors}, {@code second-moment.safetensors}, all f32 and keyed by parameter name, and {@code
 * state.json} with the step and the SHA-256 of the three.
 *
 * <p>A folder is written under another name, forced to the disk and renamed: one that bears its name is whole.
 */
final class Checkpoints {

    private static final String STATE = "state.json";
    private static final String DRAFT = ".partial";

    private final Path folder;
    private final Consumer<String> notes;

    Checkpoints(Path folder, Consumer<String> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /**
     * The contents of {@code state.json}.
     *
     * @param step optimizer steps done
     * @param loss of that step
     * @param files SHA-256 by file name
     */
    record State(int step, double loss, Map<String, String> files) {}

    /** Writes the state after a step. */
    void write(Trainer trainer, int step, double loss) throws IOException {
        Path whole = folder.resolve("step-%06d".formatted(step));
        Path draft = folder.resolve(whole.getFileName() + DRAFT);
        delete(draft);
        Files.createDirectories(draft);
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Weights> part : parts(trainer).entrySet()) {
            Path file = draft.resolve(part.getKey());
            SafeTensorsWriter.write(file, part.getValue().named(), Map.of());
            hashes.put(part.getKey(), sha256(file));
        }
        Json.write(draft.resolve(STATE), new State(step, loss, hashes));
        force(draft.resolve(STATE));
        force(draft);
        delete(whole);
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /** Puts the trainer into the newest whole state and tells which; step 0 when there is none. */
    State resume(Trainer trainer) throws IOException {
        for (Path candidate : newestFirst()) {
            String damage = damage(candidate);
            if (damage.isEmpty()) {
                State state = Json.read(candidate.resolve(STATE), State.class);
                for (Map.Entry<String, Weights> part : parts(trainer).entrySet()) {
                    read(candidate.resolve(part.getKey()), part.getValue());
                }
                trainer.refresh();
                return state;
            }
            notes.accept("checkpoint " + candidate + " is damaged (" + damage + "); the one before is used");
            delete(candidate);
        }
        return new State(0, Double.NaN, Map.of());
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("step-\\d+"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static String damage(Path checkpoint) {
        try {
            State state = Json.read(checkpoint.resolve(STATE), State.class);
            for (Map.Entry<String, String> file : state.files().entrySet()) {
                if (!sha256(checkpoint.resolve(file.getKey())).equals(file.getValue())) {
                    return file.getKey() + " does not have the hash it was written with";
                }
            }
            return "";
        } catch (IOException | UncheckedIOException | AyatoriException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static SequencedMap<String, Weights> parts(Trainer trainer) {
        SequencedMap<String, Weights> parts = new LinkedHashMap<>();
        parts.put("weights.safetensors", trainer.weights());
        parts.put("first-moment.safetensors", trainer.optimizer().firstMoment());
        parts.put("second-moment.safetensors", trainer.optimizer().secondMoment());
        return parts;
    }

    private static void read(Path file, Weights into) {
        try (SafeTensors saved = SafeTensors.open(file);
                Scope _ = Scope.open()) {
            for (Map.Entry<String, Tensor> named : into.named().entrySet()) {
                named.getValue().copyInPlace(saved.tensor(named.getKey()));
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
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
}
