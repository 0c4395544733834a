package dev.ayatori.model;

import java.util.Arrays;
import java.util.List;

/** First weights as GPT-2 draws them: deviation 0.02, projections into the residual stream scaled by 1 / sqrt(2 layers). */
public final class Initialization {

    private static final double DEVIATION = 0.02;

    private final List<Parameter> parameters;
    private final int layers;
    private final long seed;

    /** The first weights that a seed stands for. */
    public Initialization(ModelShape shape, long seed) {
        this.parameters = shape.decoder().parameters();
        this.layers = shape.layers();
        this.seed = seed;
    }

    /** The values of the parameter at a place of {@link Decoder#parameters()}, row major. */
    public float[] values(int place) {
        Parameter parameter = parameters.get(place);
        float[] values = new float[Math.toIntExact(parameter.size())];
        switch (parameter.kind()) {
            case EMBEDDING, MATRIX -> fill(values, place, DEVIATION);
            case RESIDUAL_MATRIX -> fill(values, place, DEVIATION / StrictMath.sqrt(2.0 * layers));
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
