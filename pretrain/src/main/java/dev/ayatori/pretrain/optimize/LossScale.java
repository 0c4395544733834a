package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.check.Require;

/**
 * What the loss is multiplied with so that small gradients do not vanish in f16 (Micikevicius et al. 2018), moved by the
 * rule of DeepSpeed's dynamic loss scaler: halved after overflows, doubled after a window without any.
 *
 * @param factor of the next step
 * @param steps since the last overflow or doubling
 * @param tolerated overflows before one halves the factor: an overflow at 1 does, one above only lowers it
 */
public record LossScale(double factor, int steps, int tolerated) {

    /** That of number formats that need none. */
    public static final LossScale NONE = new LossScale(1, 0, 1);

    /**
     * How the factor moves, with the names and defaults of DeepSpeed.
     *
     * @param constant factor that never moves, 0 for a dynamic one
     * @param initialScalePower the first factor is two to this
     * @param lossScaleWindow steps without overflow after which the factor doubles
     * @param hysteresis the first overflow that halves the factor; it is waited for anew after each doubling
     * @param minLossScale an overflow that would go below ends the training
     */
    public record Settings(
            double constant, int initialScalePower, int lossScaleWindow, int hysteresis, double minLossScale) {

        /** Checks every value. */
        public Settings {
            Require.that(constant >= 0 && constant < 1e30, "constant must be at least 0 and below 1e30", constant);
            Require.that(
                    initialScalePower >= 0 && initialScalePower <= 64,
                    "initialScalePower must be between 0 and 64",
                    initialScalePower);
            Require.that(lossScaleWindow >= 1, "lossScaleWindow must be at least 1", lossScaleWindow);
            Require.that(hysteresis >= 1, "hysteresis must be at least 1", hysteresis);
            Require.that(
                    minLossScale > 0 && minLossScale <= first(initialScalePower),
                    "minLossScale must be above 0 and at most 2 to the initialScalePower (" + first(initialScalePower)
                            + ")",
                    minLossScale);
        }

        /** Dynamic from 65,536 on. */
        public static Settings defaults() {
            return new Settings(0, 16, 1000, 2, 1);
        }

        /** The scale of the first step. */
        public LossScale first() {
            return new LossScale(constant > 0 ? constant : first(initialScalePower), 0, hysteresis);
        }

        private static double first(int power) {
            return StrictMath.scalb(1.0, power);
        }
    }

    /** Whether a dynamic factor can still give way to an overflow. */
    public boolean yields(Settings settings) {
        return tolerated > 1 || factor > settings.minLossScale();
    }

    /** The dynamic scale after a step that did or did not overflow. */
    public LossScale after(boolean overflow, Settings settings) {
        if (overflow) {
            return tolerated > 1
                    ? new LossScale(factor, 0, tolerated - 1)
                    : new LossScale(Math.max(factor / 2, settings.minLossScale()), 0, tolerated);
        }
        return steps + 1 == settings.lossScaleWindow()
                ? new LossScale(factor * 2, 0, settings.hysteresis())
                : new LossScale(factor, steps + 1, tolerated);
    }
}
