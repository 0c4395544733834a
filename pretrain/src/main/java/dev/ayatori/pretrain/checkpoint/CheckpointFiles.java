package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.Pieces;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What one process writes and reads of one checkpoint: its part of the weights and of both moments, and the hashes of its
 * pieces; the first process adds the state with the hash of all hashes.
 */
final class CheckpointFiles {
    private static final String STATE = "state.json";
    private static final String PIECES = "pieces.sha256";

    private final Path checkpoint;
    private final ModelShard shard;
    private final SequencedMap<SharedFile, SharedFile.Part> files = new LinkedHashMap<>();

    CheckpointFiles(Path checkpoint, ModelShard shard) {
        this.checkpoint = checkpoint;
        this.shard = shard;
        files.put(new SharedFile(checkpoint.resolve("weights.safetensors"), shard), SectionState::master);
        files.put(new SharedFile(checkpoint.resolve("first-moment.safetensors"), shard), SectionState::first);
        files.put(new SharedFile(checkpoint.resolve("second-moment.safetensors"), shard), SectionState::second);
    }

    static State state(Path checkpoint) {
        return Json.read(checkpoint.resolve(STATE), State.class);
    }

    /** Makes the folder and all files in full length; one process does it for all. */
    void create() throws IOException {
        CheckpointFolder.delete(checkpoint);
        Files.createDirectories(checkpoint);
        for (SharedFile file : files.keySet()) {
            file.create();
        }
    }

    /** Hands what this process owns to the operating system. */
    void write() throws IOException {
        for (Map.Entry<SharedFile, SharedFile.Part> file : files.entrySet()) {
            file.getKey().write(file.getValue());
        }
    }

    /** Hashes what this process wrote and waits for the disk. */
    void secure() {
        try (FileChannel pieces =
                FileChannel.open(checkpoint.resolve(PIECES), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
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
            throw new UncheckedIOException(checkpoint + " cannot be written: " + e.getMessage(), e);
        }
    }

    private long hashPlace(int file, int state) {
        long section = (long) file * shard.model().size() + shard.first() + state;
        return (section * FlatSection.PIECES + shard.team().own().begin()) * SharedFile.HASH_BYTES;
    }

    /** Writes the state, when every process has secured its part. */
    void seal(String model, State.Numbers numbers) throws IOException {
        byte[] pieces = Files.readAllBytes(checkpoint.resolve(PIECES));
        Json.write(checkpoint.resolve(STATE), State.sealed(model, numbers, hash(pieces)));
        CheckpointFolder.force(checkpoint.resolve(STATE));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(SharedFile.sha256().digest(bytes));
    }

    State.Numbers read() throws IOException {
        for (Map.Entry<SharedFile, SharedFile.Part> file : files.entrySet()) {
            file.getKey().read(file.getValue());
        }
        return state(checkpoint).numbers();
    }

    /** What is wrong with this process's part, or "". */
    String damage(String model) {
        try {
            State state = state(checkpoint);
            byte[] pieces = Files.readAllBytes(checkpoint.resolve(PIECES));
            if (!state.isWhole() || !hash(pieces).equals(state.pieces())) {
                return "its hashes do not have the hash they were written with";
            }
            state.requireModel(checkpoint, model);
            return damage(pieces);
        } catch (AnotherModelException e) {
            throw e;
        } catch (IOException | UncheckedIOException | AyatoriException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String damage(byte[] pieces) throws IOException {
        Pieces own = shard.team().own();
        int number = 0;
        for (SharedFile file : files.keySet()) {
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
}
