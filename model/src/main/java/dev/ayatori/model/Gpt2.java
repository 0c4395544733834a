package dev.ayatori.model;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.List;

/**
 * GPT-2 as functions from tensors to tensors (Radford et al. 2019), driven one by one by whoever trains or asks.
 *
 * <p>The residual stream is kept as rows (batch x time, width). Weights come in the order of {@link Gpt2Parameters}.
 */
public final class Gpt2 {

    /** Added to the variance by every normalisation. */
    public static final double NORM_EPSILON = 1e-5;

    /** Attention of whole sequences in which no token looks ahead. */
    static final Attention CAUSAL = Gpt2::causalAttention;

    private final Gpt2Shape shape;

    /** The functions of a model of this shape. */
    public Gpt2(Gpt2Shape shape) {
        this.shape = shape;
    }

    /** The sizes of the model. */
    public Gpt2Shape shape() {
        return shape;
    }

    /** Token and position vectors added: ids (batch x time) and places (batch x time) to rows. */
    public Tensor embed(List<Tensor> weights, Tensor ids, Tensor places) {
        return Scope.resultOf(
                () -> Functions.embedding(weights.get(0), ids).add(Functions.embedding(weights.get(1), places)));
    }

    /** One block over whole sequences of {@code time} tokens; intermediate tensors are freed unless gradients need them. */
    public Tensor block(List<Tensor> weights, Tensor rows, long time) {
        return block(weights, rows, time, CAUSAL);
    }

    /** One block whose attention is given: the seam for caches. */
    Tensor block(List<Tensor> weights, Tensor rows, long time, Attention attention) {
        Tensor attended = Scope.resultOf(() -> {
            Tensor normed = norm(weights.get(0), weights.get(1), rows);
            List<Tensor> parts =
                    Functions.affine(normed, weights.get(2), weights.get(3)).split(shape.width());
            Tensor mixed =
                    attention.apply(headed(parts.get(0), time), headed(parts.get(1), time), headed(parts.get(2), time));
            Tensor joined = mixed.transpose(1, 2).contiguous().view(-1, shape.width());
            return rows.add(Functions.affine(joined, weights.get(4), weights.get(5)));
        });
        return Scope.resultOf(() -> {
            Tensor normed = norm(weights.get(6), weights.get(7), attended);
            Tensor hidden = Functions.gelu(Functions.affine(normed, weights.get(8), weights.get(9)));
            return attended.add(Functions.affine(hidden, weights.get(10), weights.get(11)));
        });
    }

    /** The normalisation before the head. */
    public Tensor finalNorm(List<Tensor> weights, Tensor rows) {
        return norm(weights.get(0), weights.get(1), rows);
    }

    /** The head: rows (n, width) to logits (n, vocabulary) with the token embedding. */
    public Tensor logits(Tensor tokenEmbedding, Tensor normedRows) {
        return normedRows.matmul(tokenEmbedding.transpose(0, 1));
    }

    /** How queries, keys and values, each (batch, heads, time, channels), become mixed values. */
    @FunctionalInterface
    interface Attention {
        Tensor apply(Tensor queries, Tensor keys, Tensor values);
    }

    private static Tensor causalAttention(Tensor queries, Tensor keys, Tensor values) {
        DataType type = queries.type();
        // The bf16 kernel of this libtorch build is ten times slower than the f32 one.
        return Functions.attention(queries.to(DataType.F32), keys.to(DataType.F32), values.to(DataType.F32), true)
                .to(type);
    }

    private Tensor headed(Tensor rows, long time) {
        return rows.view(-1, time, shape.heads(), shape.headWidth()).transpose(1, 2);
    }

    private static Tensor norm(Tensor gain, Tensor bias, Tensor rows) {
        return Functions.layerNorm(rows, gain, bias, NORM_EPSILON);
    }
}
