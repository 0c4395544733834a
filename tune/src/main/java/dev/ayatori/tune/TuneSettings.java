package dev.ayatori.tune;

import dev.ayatori.pretrain.Precision;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.tune.instruction.InstructionSettings;

/**
 * Supervised fine-tuning on instruction data made from the corpus; the shape is that of the pretrained model.
 *
 * @param instructions what becomes a question and an answer
 * @param replayShare share of the sequences that are windows of pre-training text, below 1
 * @param context tokens of the longest example, at most those of the model; longer ones are left out
 * @param steps optimizer steps
 * @param sequencesPerStep examples and windows of one step, divided evenly over the lanes
 * @param lanes independent sums of gradients, a power of two: weights are equal for any number of threads up to it
 * @param microBatch sequences that a lane computes at once
 * @param optimizer AdamW and its schedule
 * @param precision number format while training
 * @param seed of the order of the examples
 * @param checkpointEvery steps between two checkpoints that a killed run resumes from
 */
public record TuneSettings(
        InstructionSettings instructions,
        double replayShare,
        int context,
        int steps,
        int sequencesPerStep,
        int lanes,
        int microBatch,
        OptimizerSettings optimizer,
        Precision precision,
        long seed,
        int checkpointEvery) {

    /** Checks every value. */
    public TuneSettings {
        require(replayShare >= 0 && replayShare < 1, "replayShare must be at least 0 and below 1", replayShare);
        require(context >= 8, "context must be at least 8", context);
        require(steps >= 1, "steps must be at least 1", steps);
        require(
                lanes >= 1 && lanes <= 1024 && Integer.bitCount(lanes) == 1,
                "lanes must be a power of two of at most 1024",
                lanes);
        require(microBatch >= 1, "microBatch must be at least 1", microBatch);
        require(
                sequencesPerStep >= 1 && sequencesPerStep % (lanes * microBatch) == 0,
                "sequencesPerStep must be a multiple of lanes x microBatch (" + lanes * microBatch + ")",
                sequencesPerStep);
        optimizer.checkAgainst(steps);
        require(checkpointEvery >= 1, "checkpointEvery must be at least 1", checkpointEvery);
    }

    /** The settings of the quickstart. */
    public static TuneSettings defaults() {
        OptimizerSettings optimizer = new OptimizerSettings(1e-3, 0.1, 5, 0.01, 0.9, 0.95, 1e-8, 1.0);
        return new TuneSettings(
                InstructionSettings.defaults(), 0.25, 64, 60, 16, 4, 4, optimizer, Precision.AUTO, 1, 20);
    }

    /** The same with the precision that {@code auto} means on this machine: what is hashed. */
    TuneSettings resolved() {
        return new TuneSettings(
                instructions,
                replayShare,
                context,
                steps,
                sequencesPerStep,
                lanes,
                microBatch,
                optimizer,
                precision.resolved(),
                seed,
                checkpointEvery);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }
}
