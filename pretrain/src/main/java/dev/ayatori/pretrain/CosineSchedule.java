package dev.ayatori.pretrain;

/** Linear warm-up, then half a cosine down to a share of the peak (Loshchilov and Hutter 2017). */
final class CosineSchedule {

    private final OptimizerSettings settings;
    private final int steps;

    CosineSchedule(OptimizerSettings settings, int steps) {
        this.settings = settings;
        this.steps = steps;
    }

    /** The learning rate of a step, counted from 1; the last step has the final rate. */
    double learningRate(int step) {
        if (step <= settings.warmupSteps()) {
            return settings.learningRate() * step / settings.warmupSteps();
        }
        double done = (double) (step - settings.warmupSteps()) / Math.max(1, steps - settings.warmupSteps());
        double share = settings.finalLearningRateShare();
        return settings.learningRate() * (share + (1 - share) * 0.5 * (1 + StrictMath.cos(StrictMath.PI * done)));
    }
}
