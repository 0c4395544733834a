package dev.ayatori.corpus.classify;

/** The logistic function as fastText computes it: rounded to f32 where it decides, and from a table elsewhere. */
final class Sigmoid {
    private static final int STEPS = 512;
    private static final int MOST = 8;
    private static final float[] TABLE = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            TABLE[i] = of((float) (i * 2 * MOST) / STEPS - MOST);
        }
    }

    private Sigmoid() {}

    static float of(float value) {
        return (float) (1.0 / (1 + (float) StrictMath.exp(-value)));
    }

    /** The value at the step of a 32nd below, 0 and 1 outside of -8 to 8. */
    static float inSteps(float value) {
        if (value < -MOST) {
            return 0;
        }
        return value > MOST ? 1 : TABLE[(int) ((value + MOST) * STEPS / MOST / 2)];
    }
}
