package dev.ayatori.evaluate;

/**
 * How much is evaluated and how its uncertainty is told.
 *
 * @param seed of the document sample and of the bootstrap
 * @param maximalValidationBytes UTF-8 bytes of validation documents scored by the models; above it, a fixed sample
 * @param maximalChoiceItems choice items scored; above it, a fixed sample
 * @param windowOverlap tokens of context that each scoring window after a document's first repeats
 * @param ngramOrder order of the Kneser-Ney baseline
 * @param bootstrapSamples resamples behind every bootstrap interval
 */
public record EvaluateSettings(
        long seed,
        int maximalValidationBytes,
        int maximalChoiceItems,
        int windowOverlap,
        int ngramOrder,
        int bootstrapSamples) {

    /** Checks every value. */
    public EvaluateSettings {
        requireBetween("maximalValidationBytes", maximalValidationBytes, 1, Integer.MAX_VALUE);
        requireBetween("maximalChoiceItems", maximalChoiceItems, 0, Integer.MAX_VALUE);
        requireBetween("windowOverlap", windowOverlap, 0, 1 << 20);
        requireBetween("ngramOrder", ngramOrder, 1, 8);
        requireBetween("bootstrapSamples", bootstrapSamples, 100, 1_000_000);
    }

    /** The settings of the quickstart. */
    public static EvaluateSettings defaults() {
        return new EvaluateSettings(1, 240_000, 600, 64, 5, 2_000);
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", but is " + value);
        }
    }
}
