package dev.ayatori.pretrain;

import dev.ayatori.model.ModelShape;
import dev.ayatori.model.preset.ModelSettings;
import dev.ayatori.pretrain.check.Require;
import dev.ayatori.pretrain.data.DataSettings;
import dev.ayatori.pretrain.optimize.Course;
import dev.ayatori.pretrain.optimize.Leg;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.plan.Workload;
import java.util.List;

/**
 * A model from nothing: its shape, its training order and its optimizer.
 *
 * @param model which model
 * @param data how the shards are read
 * @param steps of the run, unless a change says otherwise
 * @param sequencesPerStep sequences of one step, divided evenly over the lanes
 * @param lanes independent sums of gradients: weights are equal for any number of threads and workers up to it
 * @param microBatch sequences that a lane computes at once
 * @param optimizer AdamW and its schedule
 * @param precision number format while training
 * @param seed of the first weights and of the training order
 * @param validationEvery steps between two validation losses
 * @param validationSequences sequences of the validation set that are read each time
 * @param checkpointEvery steps between two checkpoints that a killed run resumes from
 * @param changes of the optimizer or the number of steps while the run goes on; each names its whole optimizer
 */
public record PretrainSettings(
        ModelSettings model,
        DataSettings data,
        int steps,
        int sequencesPerStep,
        int lanes,
        int microBatch,
        OptimizerSettings optimizer,
        Precision precision,
        long seed,
        int validationEvery,
        int validationSequences,
        int checkpointEvery,
        List<Leg> changes) {

    /** Checks every value. */
    public PretrainSettings {
        model.shape(1);
        Require.that(steps >= 1, "steps must be at least 1", steps);
        Require.that(lanes >= 1 && lanes <= 1024, "lanes must be between 1 and 1024", lanes);
        Require.that(microBatch >= 1, "microBatch must be at least 1", microBatch);
        Require.that(
                sequencesPerStep >= 1 && sequencesPerStep % (lanes * microBatch) == 0,
                "sequencesPerStep must be a multiple of lanes x microBatch (" + lanes * microBatch + ")",
                sequencesPerStep);
        Require.that(validationEvery >= 1, "validationEvery must be at least 1", validationEvery);
        Require.that(validationSequences >= 1, "validationSequences must be at least 1", validationSequences);
        Require.that(checkpointEvery >= 1, "checkpointEvery must be at least 1", checkpointEvery);
        changes = List.copyOf(changes);
        Course.of(steps, optimizer)
                .with(changes)
                .legs()
                .forEach(leg -> leg.optimizer().checkAgainst(leg.steps()));
    }

    /** The settings of the quickstart: about 3 million parameters at a vocabulary of 6,144. */
    public static PretrainSettings defaults() {
        return new PretrainSettings(
                ModelSettings.defaults(),
                DataSettings.defaults(),
                400,
                16,
                4,
                4,
                OptimizerSettings.defaults(),
                Precision.AUTO,
                1,
                50,
                16,
                100,
                List.of());
    }

    /** The same with the precision that {@code auto} means on this machine: what is hashed. */
    PretrainSettings resolved() {
        return new PretrainSettings(
                model,
                data,
                steps,
                sequencesPerStep,
                lanes,
                microBatch,
                optimizer,
                precision.resolved(),
                seed,
                validationEvery,
                validationSequences,
                checkpointEvery,
                changes);
    }

    /** The optimizer of every step. */
    Course course() {
        return Course.of(steps, optimizer).with(changes);
    }

    /** The same run without its changes. */
    PretrainSettings unchanged() {
        return new PretrainSettings(
                model,
                data,
                steps,
                sequencesPerStep,
                lanes,
                microBatch,
                optimizer,
                precision,
                seed,
                validationEvery,
                validationSequences,
                checkpointEvery,
                List.of());
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                seed,
                course().steps(),
                sequencesPerStep,
                lanes,
                microBatch,
                validationEvery,
                validationSequences,
                checkpointEvery);
    }

    /** What one step computes with a tokenizer of so many pieces. */
    public Workload workload(int pieces) {
        ModelShape shape = model.shape(pieces);
        return new Workload(
                shape,
                precision.resolved().type(),
                microBatch,
                shape.context(),
                lanes,
                sequencesPerStep / (lanes * microBatch));
    }
}
