package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.check.Require;

/**
 * AdamW and its schedule: everything that turns gradients into weights.
 *
 * @param learningRate peak of the schedule
 * @param finalLearningRateShare rate that the schedule ends with, as a share of the peak
 * @param warmupSteps steps of linear warm-up
 * @param weightDecay decoupled weight decay of the projections
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param gradientClip largest global norm of the gradient
 * @param schedule how the learning rate moves after the warm-up
 * @param lossScale what keeps gradients in the range of f16; no other precision uses it
 * @param anomalies what is done about steps that are not as they should be
 */
public record OptimizerSettings(
        double learningRate,
        double finalLearningRateShare,
        int warmupSteps,
        double weightDecay,
        double beta1,
        double beta2,
        double epsilon,
        double gradientClip,
        Schedule.Settings schedule,
        LossScale.Settings lossScale,
        Anomalies anomalies) {

    /** Checks every value. */
    public OptimizerSettings {
        Require.that(learningRate > 0 && learningRate < 1, "learningRate must be above 0 and below 1", learningRate);
        Require.that(
                finalLearningRateShare >= 0 && finalLearningRateShare <= 1,
                "finalLearningRateShare must be between 0 and 1",
                finalLearningRateShare);
        Require.that(warmupSteps >= 0, "warmupSteps must be at least 0", warmupSteps);
        Require.that(weightDecay >= 0 && weightDecay < 1, "weightDecay must be at least 0 and below 1", weightDecay);
        Require.that(beta1 >= 0 && beta1 < 1, "beta1 must be at least 0 and below 1", beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2 must be at least 0 and below 1", beta2);
        Require.that(epsilon > 0, "epsilon must be above 0", epsilon);
        Require.that(gradientClip > 0, "gradientClip must be above 0", gradientClip);
    }

    /** AdamW with one cosine over the run and all else by default. */
    public OptimizerSettings(
            double learningRate,
            double finalLearningRateShare,
            int warmupSteps,
            double weightDecay,
            double beta1,
            double beta2,
            double epsilon,
            double gradientClip) {
        this(
                learningRate,
                finalLearningRateShare,
                warmupSteps,
                weightDecay,
                beta1,
                beta2,
                epsilon,
                gradientClip,
                Schedule.Settings.defaults(),
                LossScale.Settings.defaults(),
                Anomalies.defaults());
    }

    /** The optimizer of the quickstart. */
    public static OptimizerSettings defaults() {
        return new OptimizerSettings(2e-3, 0.1, 40, 0.1, 0.9, 0.95, 1e-8, 1.0);
    }

    /** Checks the schedule against the length of a run. */
    public void checkAgainst(int steps) {
        Require.that(warmupSteps <= steps, "optimizer.warmupSteps must be at most steps (" + steps + ")", warmupSteps);
        Require.that(
                schedule.horizonSteps() == 0 || schedule.horizonSteps() >= steps,
                "optimizer.schedule.horizonSteps must be 0 or at least steps (" + steps + ")",
                schedule.horizonSteps());
        Require.that(
                schedule.secondCosineAfter() < steps,
                "optimizer.schedule.secondCosineAfter must be below steps (" + steps + ")",
                schedule.secondCosineAfter());
    }
}
