package dev.ayatori.model;

import java.util.Arrays;
import java.util.List;

/** First weights as GPT-2 draws them: deviation 0.02, projections into the residual stream scaled by 1 / sqrt(2 layers). */
public final class Initialization {

    private static final double DEVIATION = 0.02;

    private final Gpt2Shape shape;
    private final long seed;

    /** The first weights that a seed stands for. */
    public Initialization(Gpt2Shape shape, long seed) {
        this.shape = shape;
        this.seed = seed;
    }

    /** The values of the parameter at a place of {@link Gpt2Parameters#of}, row major. */
    public float[] values(int place) {
        List<Parameter> all = Gpt2Parameters.of(shape);
        Parameter parameter = all.get(place);
        float[] values = new float[Math.toIntExact(parameter.size())];
        switch (parameter.kind()) {
            case EMBEDDING, MATRIX -> fill(values, place, DEVIATION);
            case RESIDUAL_MATRIX -> fill(values, place, DEVIATION / StrictMath.sqrt(2.0 * shape.layers()));
            case GAIN -> Arrays.fill(values, 1);
            case BIAS -> {}
        }
        return values;
    }

    private void fill(float[] values, int stream, double deviation) {
        CounterRandom random = new CounterRandom(seed, stream);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.normal(i));
        }
    }
}
