package dev.ayatori.pretrain;

/**
 * The learning rate as a pure function of the step: linear warm-up, then the shape that the settings name.
 *
 * <p>Cosine: Loshchilov and Hutter 2017. Warm-up, stable, decay: Hu et al. 2024.
 */
final class Schedule {

    private final OptimizerSettings settings;
    private final ScheduleSettings shape;
    private final int steps;

    Schedule(OptimizerSettings settings, int steps) {
        this.settings = settings;
        this.shape = settings.schedule();
        this.steps = steps;
    }

    /** The learning rate of a step, counted from 1. */
    double learningRate(int step) {
        int second = shape.secondCosineAfter();
        if (second == 0 || step <= second) {
            return first(step);
        }
        return cosine(first(second), share(step - second, steps - second));
    }

    private double first(int step) {
        int warmup = settings.warmupSteps();
        if (step <= warmup) {
            return settings.learningRate() * step / warmup;
        }
        return switch (shape.shape()) {
            case CONSTANT -> settings.learningRate();
            case COSINE -> {
                int horizon = shape.horizonSteps() == 0 ? steps : shape.horizonSteps();
                yield cosine(settings.learningRate(), share(step - warmup, horizon - warmup));
            }
            case WSD -> {
                int decay = (int) Math.ceil(shape.decayShare() * steps);
                double done = share(Math.max(0, step - (steps - decay)), decay);
                yield settings.learningRate() + done * (last() - settings.learningRate());
            }
        };
    }

    private double cosine(double from, double done) {
        return last() + (from - last()) * 0.5 * (1 + StrictMath.cos(StrictMath.PI * done));
    }

    private double last() {
        return settings.learningRate() * settings.finalLearningRateShare();
    }

    private static double share(int done, int all) {
        return Math.min(1, (double) done / Math.max(1, all));
    }
}
