package dev.ayatori.pretrain;

import dev.ayatori.pretrain.check.Require;

/**
 * How long a training runs, in which batches, and when it looks up.
 *
 * @param seed of the first weights and of the training order
 * @param steps optimizer steps
 * @param sequencesPerStep sequences of one step
 * @param lanes independent sums of gradients
 * @param microBatch sequences that a lane computes at once
 * @param validationEvery steps between two validation losses
 * @param validationSequences sequences of the validation set that are read each time
 * @param checkpointEvery steps between two checkpoints
 */
public record TrainingPlan(
        long seed,
        int steps,
        int sequencesPerStep,
        int lanes,
        int microBatch,
        int validationEvery,
        int validationSequences,
        int checkpointEvery) {

    /** Checks that lanes and micro-batches divide the step. */
    public TrainingPlan {
        Require.that(steps >= 1, "steps must be at least 1", steps);
        Require.that(lanes >= 1, "lanes must be at least 1", lanes);
        Require.that(microBatch >= 1, "microBatch must be at least 1", microBatch);
        Require.that(
                sequencesPerStep % (lanes * microBatch) == 0,
                "sequencesPerStep must be a multiple of lanes x microBatch (" + lanes * microBatch + ")",
                sequencesPerStep);
        Require.that(validationEvery >= 1, "validationEvery must be at least 1", validationEvery);
        Require.that(checkpointEvery >= 1, "checkpointEvery must be at least 1", checkpointEvery);
    }
}
