package dev.ayatori.pretrain;

/**
 * AdamW with a cosine schedule: everything that turns gradients into weights.
 *
 * @param learningRate peak of the schedule
 * @param finalLearningRateShare learning rate at the last step as a share of the peak
 * @param warmupSteps steps of linear warm-up
 * @param weightDecay decoupled weight decay of the projections
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param gradientClip largest global norm of the gradient
 */
public record OptimizerSettings(
        double learningRate,
        double finalLearningRateShare,
        int warmupSteps,
        double weightDecay,
        double beta1,
        double beta2,
        double epsilon,
        double gradientClip) {

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

    /** The optimizer of the quickstart. */
    public static OptimizerSettings defaults() {
        return new OptimizerSettings(2e-3, 0.1, 40, 0.1, 0.9, 0.95, 1e-8, 1.0);
    }
}
