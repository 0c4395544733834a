package dev.ayatori.pretrain;

/** The number format of weights and activations while training; master weights and optimizer are always f32. */
public enum Precision {
    /** {@link #BF16} where the processor multiplies bf16 matrices, else {@link #F32}. */
    AUTO,
    /** IEEE single precision. */
    F32,
    /** bfloat16 weights and activations beside an f32 master copy. */
    BF16
}
