package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.pretrain.optimize.LossScale;
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

    static final int VERSION = 3;

    /**
     * What a training goes on with beside weights and moments.
     *
     * @param step optimizer steps done
     * @param loss of that step
     * @param updates steps that changed the weights: those of the optimizer's bias correction
     * @param skippedInARow last steps whose gradients were not finite, and that changed nothing
     * @param scale of the next step's loss
     */
    public record Numbers(int step, double loss, int updates, int skippedInARow, LossScale scale) {

        /** The numbers before the first step. */
        public static Numbers first(LossScale scale) {
            return new Numbers(0, 0, 0, 0, scale);
        }

        /** Steps that changed nothing. */
        public int skipped() {
            return step - updates;
        }

        /** The numbers one step later. */
        public Numbers after(double loss, boolean skipped, LossScale next) {
            return new Numbers(step + 1, loss, updates + (skipped ? 0 : 1), skipped ? skippedInARow + 1 : 0, next);
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
