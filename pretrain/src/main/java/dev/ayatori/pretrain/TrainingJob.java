package dev.ayatori.pretrain;

import dev.ayatori.model.ModelShape;
import dev.ayatori.pretrain.check.Require;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.optimize.Course;
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
 * @param course the optimizer of every step
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
        Course course,
        Precision precision,
        Execution execution) {

    /** Checks what the parts do not check themselves. */
    public TrainingJob {
        Require.that(precision != Precision.AUTO, "precision must be resolved before training", precision);
        execution.lanesOfRank(plan.lanes());
        Require.that(
                data.steps() == plan.steps(), "the folds must take plan.steps (" + plan.steps() + ")", data.steps());
        Require.that(
                course.steps() == plan.steps(),
                "the optimizer must be set for plan.steps (" + plan.steps() + ")",
                course.steps());
        Require.that(
                data.context() <= shape.context(),
                "sequences must fit the context of the model (" + shape.context() + ")",
                data.context());
    }

    /** The same optimizer for all steps. */
    public TrainingJob(
            String folder,
            ModelShape shape,
            String start,
            int endOfText,
            TrainingData data,
            TrainingPlan plan,
            OptimizerSettings optimizer,
            Precision precision,
            Execution execution) {
        this(folder, shape, start, endOfText, data, plan, Course.of(plan.steps(), optimizer), precision, execution);
    }

    /** The order in which the data is read. */
    public TrainingOrder order() {
        return new TrainingOrder(plan.seed(), plan.sequencesPerStep(), data.folds());
    }

    /** What judges a step, counted from 1. */
    Watch watch(int step) {
        return new Watch(course.at(step).optimizer(), precision == Precision.F16);
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
