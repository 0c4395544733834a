package dev.ayatori.tensor;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The functions that transformers are made of; gradients pass through all of them. */
public final class Functions {

    private Functions() {}

    /** {@code input * weight + bias} with the weight stored as (input, output); rows are (rows, input). */
    public static Tensor affine(Tensor rows, Tensor weight, Tensor bias) {
        return Tensor.own(torch.addmm(bias.raw(), rows.raw(), weight.raw()));
    }

    /** Normalises the last dimension, then scales and shifts it (Ba et al. 2016). */
    public static Tensor layerNorm(Tensor input, Tensor gain, Tensor bias, double epsilon) {
        return Tensor.own(torch.layer_norm(
                input.raw(),
                new long[] {gain.size()},
                new TensorOptional(gain.raw()),
                new TensorOptional(bias.raw()),
                epsilon,
                false));
    }

    /** The Gaussian error linear unit in its tanh form (Hendrycks and Gimpel 2016). */
    public static Tensor gelu(Tensor input) {
        return Tensor.own(torch.gelu(input.raw(), "tanh"));
    }

    /** Softmax attention over (batch, heads, time, channels); causal means no position looks ahead. */
    public static Tensor attention(Tensor queries, Tensor keys, Tensor values, boolean causal) {
        return Tensor.own(torch.scaled_dot_product_attention(
                queries.raw(),
                keys.raw(),
                values.raw(),
                new TensorOptional(),
                0.0,
                causal,
                new DoubleOptional(),
                false));
    }

    /** The rows of a table named by ids. */
    public static Tensor embedding(Tensor table, Tensor ids) {
        return Tensor.own(torch.embedding(table.raw(), ids.raw()));
    }

    /** Mean cross entropy in nats of logits (rows, classes) against one class for each row. */
    public static Tensor crossEntropy(Tensor logits, Tensor classes) {
        return Tensor.own(torch.cross_entropy_loss(logits.raw(), classes.raw()));
    }

    /** Limits how many threads libtorch uses inside one operation. */
    public static void useThreads(int threads) {
        torch.set_num_threads(threads);
    }
}
