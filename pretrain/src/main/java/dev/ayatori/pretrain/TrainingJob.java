package dev.ayatori.pretrain;

import dev.ayatori.model.ModelShape;
import dev.ayatori.pretrain.check.Require;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.optimize.Watch;
import dev.ayatori.pretrain.plan.Workload;
import dev.ayatori.shards.TrainingOrder;

/**
 * All a worker process needs to train one model, written as JSON for it.
 *
 * @param folder where {@code model/} and {@code checkpoints/} are written; a run that finds checkpoints here resumes
 * @param shape sizes of the model
 * @param start first weights: folder of a model in Hugging Face layout, or "" to draw them from the seed
 * @param endOfText token that ends a document, written to {@code config.json}
 * @param data training and validation data
 * @param plan how long and in which batches
 * @param optimizer AdamW and its schedule
 * @param precision any but AUTO
 * @param execution by how many processes and threads; changes no result
 */
public record TrainingJob(
        String folder,
        ModelShape shape,
        String start,
        int endOfText,
        TrainingData data,
        TrainingPlan plan,
        OptimizerSettings optimizer,
        Precision precision,
        Execution execution) {

    /** Checks what the parts do not check themselves. */
    public TrainingJob {
        Require.that(precision != Precision.AUTO, "precision must be resolved before training", precision);
        execution.lanesOfRank(plan.lanes());
        Require.that(
                data.steps() == plan.steps(), "the folds must take plan.steps (" + plan.steps() + ")", data.steps());
        Require.that(
                data.context() <= shape.context(),
                "sequences must fit the context of the model (" + shape.context() + ")",
                data.context());
    }

    /** The order in which the data is read. */
    public TrainingOrder order() {
        return new TrainingOrder(plan.seed(), plan.sequencesPerStep(), data.folds());
    }

    /** What judges the steps. */
    Watch watch() {
        return new Watch(optimizer, precision == Precision.F16);
    }

    /** What one step computes. */
    Workload workload() {
        return new Workload(
                shape,
                precision.type(),
                plan.microBatch(),
                data.context(),
                plan.lanes(),
                plan.sequencesPerStep() / (plan.lanes() * plan.microBatch()));
    }
}
