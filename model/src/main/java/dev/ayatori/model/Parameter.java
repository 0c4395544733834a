package dev.ayatori.model;

import java.util.Arrays;
import java.util.List;

/**
 * One trained tensor: its Hugging Face name, its shape and how it is treated.
 *
 * @param name Hugging Face name, for example {@code transformer.h.0.ln_1.weight}
 * @param shape sizes, outermost first
 * @param kind how it starts and whether it decays
 */
public record Parameter(String name, List<Long> shape, Kind kind) {

    /** What a parameter is. */
    public enum Kind {
        /** A table of vectors, drawn with standard deviation 0.02. */
        EMBEDDING,
        /** A projection, drawn with standard deviation 0.02. */
        MATRIX,
        /** A projection into the residual stream, drawn with 0.02 / sqrt(2 layers). */
        RESIDUAL_MATRIX,
        /** A normalisation gain, starts as one. */
        GAIN,
        /** A bias, starts as zero. */
        BIAS
    }

    /** Copies the shape. */
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** A parameter of the given sizes. */
    static Parameter of(String name, Kind kind, long... shape) {
        return new Parameter(name, Arrays.stream(shape).boxed().toList(), kind);
    }

    /** Number of values. */
    public long size() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    /** The shape as an array. */
    public long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether weight decay applies: to projections only, as in GPT-2 and LLM-jp. */
    public boolean decays() {
        return kind == Kind.MATRIX || kind == Kind.RESIDUAL_MATRIX;
    }
}
