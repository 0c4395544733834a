package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.pretrain.optimize.Health;
import dev.ayatori.shards.Steps;
import dev.ayatori.track.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * The contents of {@code state.json}.
 *
 * @param formatVersion of the folder
 * @param model canonical JSON of its shape
 * @param numbers what goes on beside the tensors
 * @param pieces SHA-256 of {@code pieces.sha256}
 * @param seal SHA-256 of all the above
 */
public record State(int formatVersion, String model, Numbers numbers, String pieces, String seal) {

    static final int VERSION = 3;

    /**
     * What a training goes on with beside weights and moments.
     *
     * @param step steps done: the data that was read
     * @param loss of the last of them that is not undone
     * @param unlearned steps of these that changed nothing, rising: skipped ones, and those before a roll-back
     * @param health by which the next step is judged
     */
    public record Numbers(int step, double loss, List<Steps> unlearned, Health health) {

        /** The numbers before the first step. */
        public static Numbers first(Health health) {
            return new Numbers(0, 0, List.of(), health);
        }

        /** Steps that changed the weights: those of the optimizer's bias correction. */
        public int updates() {
            return step - unlearned.stream().mapToInt(Steps::count).sum();
        }

        /** After the next step updated the weights. */
        public Numbers updated(double loss, Health health) {
            return new Numbers(step + 1, loss, unlearned, health);
        }

        /** After the next step changed nothing. */
        public Numbers skipped(double loss, Health health) {
            return new Numbers(step + 1, loss, new Steps(step + 1, step + 1).after(unlearned), health);
        }

        /** Those of a checkpoint, gone back to from a later step: the data between them is not read again. */
        public Numbers rolledBack(int from, int times) {
            return new Numbers(from, loss, new Steps(step + 1, from).after(unlearned), health.rolledBack(times));
        }
    }

    static State sealed(String model, Numbers numbers, String pieces) {
        return new State(VERSION, model, numbers, pieces, seal(model, numbers, pieces));
    }

    boolean isWhole() {
        return formatVersion == VERSION && seal.equals(seal(model, numbers, pieces));
    }

    /** Refuses a state of another model. */
    void requireModel(Path checkpoint, String asked) {
        if (!model.equals(asked)) {
            throw new AnotherModelException(checkpoint + " is of another model, " + model + ", than this training's "
                    + asked + ". Give the training another folder, or the model its settings back.");
        }
    }

    private static String seal(String model, Numbers numbers, String pieces) {
        String text = VERSION + model + Json.canonical(numbers) + pieces;
        return HexFormat.of().formatHex(SharedFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
