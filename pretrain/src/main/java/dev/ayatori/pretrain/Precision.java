package dev.ayatori.pretrain;

import dev.ayatori.tensor.DataType;

/** The number format of weights and activations while training; master weights and optimizer are always f32. */
public enum Precision {
    /** {@link #BF16} where the processor multiplies bf16 matrices, else {@link #F32}. */
    AUTO,
    /** IEEE single precision. */
    F32,
    /** bfloat16 weights and activations beside an f32 master copy. */
    BF16,
    /** IEEE half precision weights and activations beside an f32 master copy, with a loss scale. */
    F16;

    /** The type of the weights that are computed with. */
    DataType type() {
        return switch (this) {
            case AUTO -> throw new IllegalStateException("precision must be resolved before training");
            case F32 -> DataType.F32;
            case BF16 -> DataType.BF16;
            case F16 -> DataType.F16;
        };
    }

    /** What {@link #AUTO} means on this machine; the others are themselves. */
    public Precision resolved() {
        return switch (this) {
            case AUTO -> Platform.multipliesBf16() ? BF16 : F32;
            case F32, BF16, F16 -> this;
        };
    }
}
