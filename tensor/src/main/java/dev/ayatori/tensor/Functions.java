package dev.ayatori.tensor;

import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
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

    /** {@code input * weight} with the weight stored as (output, input); rows are (rows, input). */
    public static Tensor linear(Tensor rows, Tensor weight) {
        return Tensor.own(torch.linear(rows.raw(), weight.raw()));
    }

    /** Divides the last dimension by its root mean square, then scales it (Zhang and Sennrich 2019). */
    public static Tensor rmsNorm(Tensor input, Tensor gain, double epsilon) {
        return Tensor.own(torch.rms_norm(
                input.raw(), new long[] {gain.size()}, new TensorOptional(gain.raw()), new DoubleOptional(epsilon)));
    }

    /** The sigmoid linear unit (Elfwing et al. 2018). */
    public static Tensor silu(Tensor input) {
        return Tensor.own(torch.silu(input.raw()));
    }

    /** Tensors put behind each other along a dimension, -1 for the last. */
    public static Tensor concatenate(List<Tensor> parts, long dimension) {
        org.bytedeco.pytorch.Tensor[] raw = parts.stream().map(Tensor::raw).toArray(org.bytedeco.pytorch.Tensor[]::new);
        return Tensor.own(torch.cat(new TensorVector(raw), dimension));
    }

    /** The Gaussian error linear unit in its tanh form (Hendrycks and Gimpel 2016). */
    public static Tensor gelu(Tensor input) {
        return Tensor.own(torch.gelu(input.raw(), "tanh"));
    }

    /**
     * Softmax attention over (batch, heads, time, channels); causal means no position looks ahead. Where there are fewer
     * heads of keys and values than of queries, each serves as many neighbours.
     */
    public static Tensor attention(Tensor queries, Tensor keys, Tensor values, boolean causal) {
        long group = queries.size(1) / keys.size(1);
        return group == 1
                ? equalHeads(queries, keys, values, causal)
                : equalHeads(queries, repeated(keys, group), repeated(values, group), causal);
    }

    private static Tensor repeated(Tensor heads, long times) {
        return Tensor.own(heads.raw().repeat_interleave(times, new LongOptional(1), new LongOptional()));
    }

    private static Tensor equalHeads(Tensor queries, Tensor keys, Tensor values, boolean causal) {
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
