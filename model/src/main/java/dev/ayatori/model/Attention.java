package dev.ayatori.model;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Tensor;

/** How queries, keys and values, each (batch, heads, time, channels), become mixed values: the seam for caches. */
@FunctionalInterface
public interface Attention {

    /** Attention of whole sequences in which no token looks ahead. */
    Attention CAUSAL = (queries, keys, values) -> {
        DataType type = values.type(); // queries and keys may be wider
        // The bf16 kernel of this libtorch build is ten times slower than the f32 one.
        return Functions.attention(queries.to(DataType.F32), keys.to(DataType.F32), values.to(DataType.F32), true)
                .to(type);
    };

    /** Mixed values for every query. */
    Tensor mix(Tensor queries, Tensor keys, Tensor values);
}
