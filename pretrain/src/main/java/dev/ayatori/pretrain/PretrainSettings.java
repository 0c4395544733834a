package dev.ayatori.pretrain;

/**
 * A model from nothing: its shape, its training order and its optimizer.
 *
 * @param layers number of blocks
 * @param width channels of the residual stream
 * @param heads attention heads, a divisor of the width
 * @param context tokens of one sequence
 * @param steps optimizer steps
 * @param sequencesPerStep sequences of one step, divided evenly over the lanes
 * @param lanes independent sums of gradients, a power of two: weights are equal for any number of threads up to it
 * @param microBatch sequences that a lane computes at once
 * @param optimizer AdamW and its schedule
 * @param precision number format while training
 * @param seed of the first weights and of the training order
 * @param validationEvery steps between two validation losses
 * @param validationSequences sequences of the validation set that are read each time
 * @param checkpointEvery steps between two checkpoints that a killed run resumes from
 */
public record PretrainSettings(
        int layers,
        int width,
        int heads,
        int context,
        int steps,
        int sequencesPerStep,
        int lanes,
        int microBatch,
        OptimizerSettings optimizer,
        Precision precision,
        long seed,
        int validationEvery,
        int validationSequences,
        int checkpointEvery) {

    /** Checks every value. */
    public PretrainSettings {
        Require.that(layers >= 1, "layers must be at least 1", layers);
        Require.that(width >= 1, "width must be at least 1", width);
        Require.that(heads >= 1 && width % heads == 0, "heads must divide width (" + width + ")", heads);
        Require.that(context >= 2, "context must be at least 2", context);
        Require.that(steps >= 1, "steps must be at least 1", steps);
        Require.that(
                lanes >= 1 && lanes <= 1024 && Integer.bitCount(lanes) == 1,
                "lanes must be a power of two of at most 1024",
                lanes);
        Require.that(microBatch >= 1, "microBatch must be at least 1", microBatch);
        Require.that(
                sequencesPerStep >= 1 && sequencesPerStep % (lanes * microBatch) == 0,
                "sequencesPerStep must be a multiple of lanes x microBatch (" + lanes * microBatch + ")",
                sequencesPerStep);
        Require.that(
                optimizer.warmupSteps() <= steps,
                "optimizer.warmupSteps must be at most steps (" + steps + ")",
                optimizer.warmupSteps());
        Require.that(validationEvery >= 1, "validationEvery must be at least 1", validationEvery);
        Require.that(validationSequences >= 1, "validationSequences must be at least 1", validationSequences);
        Require.that(checkpointEvery >= 1, "checkpointEvery must be at least 1", checkpointEvery);
    }

    /** The settings of the quickstart: about 3 million parameters at a vocabulary of 6,144. */
    public static PretrainSettings defaults() {
        return new PretrainSettings(
                4, 192, 6, 256, 400, 16, 4, 4, OptimizerSettings.defaults(), Precision.AUTO, 1, 50, 16, 100);
    }

    /** The same with the precision that {@code auto} means on this machine: what is hashed. */
    PretrainSettings resolved() {
        return new PretrainSettings(
                layers,
                width,
                heads,
                context,
                steps,
                sequencesPerStep,
                lanes,
                microBatch,
                optimizer,
                precision.resolved(),
                seed,
                validationEvery,
                validationSequences,
                checkpointEvery);
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                seed,
                steps,
                sequencesPerStep,
                lanes,
                microBatch,
                validationEvery,
                validationSequences,
                checkpointEvery);
    }
}
