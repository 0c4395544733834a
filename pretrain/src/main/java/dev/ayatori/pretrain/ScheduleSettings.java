package dev.ayatori.pretrain;

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
public record ScheduleSettings(Shape shape, int horizonSteps, double decayShare, int secondCosineAfter) {

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
    public ScheduleSettings {
        Require.that(horizonSteps >= 0, "horizonSteps must be at least 0", horizonSteps);
        Require.that(
                horizonSteps == 0 || shape == Shape.COSINE, "horizonSteps is for the shape cosine only", horizonSteps);
        Require.that(decayShare >= 0 && decayShare <= 1, "decayShare must be between 0 and 1", decayShare);
        Require.that(secondCosineAfter >= 0, "secondCosineAfter must be at least 0", secondCosineAfter);
    }

    /** One cosine over the run. */
    public static ScheduleSettings defaults() {
        return new ScheduleSettings(Shape.COSINE, 0, 0.1, 0);
    }
}
