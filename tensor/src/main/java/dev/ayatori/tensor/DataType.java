package dev.ayatori.tensor;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The number formats of tensors, named as safetensors names them. */
public enum DataType {
    /** IEEE single precision. */
    F32(4, ScalarType.Float),
    /** The upper half of an f32. */
    BF16(2, ScalarType.BFloat16),
    /** IEEE half precision. */
    F16(2, ScalarType.Half),
    /** 64-bit integers, for token ids. */
    I64(8, ScalarType.Long);

    private final int bytes;
    private final ScalarType scalar;

    DataType(int bytes, ScalarType scalar) {
        this.bytes = bytes;
        this.scalar = scalar;
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    ScalarType scalar() {
        return scalar;
    }

    static DataType of(ScalarType scalar) {
        for (DataType type : values()) {
            if (type.scalar == scalar.intern()) {
                return type;
            }
        }
        throw new IllegalArgumentException("no data type for " + scalar);
    }
}
