package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.check.Require;

/**
 * The learning rate as a pure function of the step: linear warm-up, then the shape that the settings name.
 *
 * <p>Cosine: Loshchilov and Hutter 2017. Warm-up, stable, decay: Hu et al. 2024.
 */
public final class Schedule {

    private final OptimizerSettings settings;
    private final Settings shape;
    private final int steps;

    /**
     * How the learning rate moves after the warm-up.
     *
     * @param shape kind of curve
     * @param horizonSteps step at which a cosine would reach the final rate, 0 for the last step of the run; LLM-jp set it to
     *     a trillion tokens and stopped long before
     * @param decayShare share of the run's steps in which {@link Shape#WSD} falls to the final rate
     * @param secondCosineAfter step after which a second cosine falls from the rate reached to the final rate at the last
     *     step, 0 for none: how LLM-jp refined its last 27 billion tokens
     */
    public record Settings(Shape shape, int horizonSteps, double decayShare, int secondCosineAfter) {

        /** Kinds of curves. */
        public enum Shape {
            /** Half a cosine from the peak to the final rate. */
            COSINE,
            /** The peak to the end. */
            CONSTANT,
            /** The peak, then a straight fall in the last steps. */
            WSD
        }

        /** Checks every value. */
        public Settings {
            Require.that(horizonSteps >= 0, "horizonSteps must be at least 0", horizonSteps);
            Require.that(
                    horizonSteps == 0 || shape == Shape.COSINE,
                    "horizonSteps is for the shape cosine only",
                    horizonSteps);
            Require.that(decayShare >= 0 && decayShare <= 1, "decayShare must be between 0 and 1", decayShare);
            Require.that(secondCosineAfter >= 0, "secondCosineAfter must be at least 0", secondCosineAfter);
        }

        /** One cosine over the run. */
        public static Settings defaults() {
            return new Settings(Shape.COSINE, 0, 0.1, 0);
        }
    }

    /** The schedule of a run of so many steps. */
    public Schedule(OptimizerSettings settings, int steps) {
        this.settings = settings;
        this.shape = settings.schedule();
        this.steps = steps;
    }

    /** The learning rate of a step, counted from 1. */
    public double learningRate(int step) {
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
