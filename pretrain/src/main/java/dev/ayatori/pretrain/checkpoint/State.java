package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.track.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

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

    static final int VERSION = 2;

    /**
     * What a training goes on with beside weights and moments.
     *
     * @param step optimizer steps done
     * @param loss of that step
     * @param updates steps that changed the weights: those of the optimizer's bias correction
     * @param skippedInARow last steps whose gradients were not finite, and that changed nothing
     */
    public record Numbers(int step, double loss, int updates, int skippedInARow) {

        /** The numbers before the first step. */
        public static Numbers first() {
            return new Numbers(0, 0, 0, 0);
        }

        /** The numbers one step later. */
        public Numbers after(double loss, boolean skipped) {
            return new Numbers(step + 1, loss, updates + (skipped ? 0 : 1), skipped ? skippedInARow + 1 : 0);
        }
    }

    static State sealed(String model, Numbers numbers, String pieces) {
        return new State(VERSION, model, numbers, pieces, seal(model, numbers, pieces));
    }

    boolean isWhole() {
        return formatVersion == VERSION && seal.equals(seal(model, numbers, pieces));
    }

    private static String seal(String model, Numbers numbers, String pieces) {
        String text = VERSION + model + Json.canonical(numbers) + pieces;
        return HexFormat.of().formatHex(SharedFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
