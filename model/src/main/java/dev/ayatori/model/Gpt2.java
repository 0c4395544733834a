package dev.ayatori.model;

import dev.ayatori.model.Parameter.Kind;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * GPT-2 (Radford et al. 2019): learned positions, pre-norm blocks, a head tied to the token embedding.
 *
 * <p>Parameters bear their Hugging Face names; projections are stored as Hugging Face's Conv1D does: (input, output).
 */
public final class Gpt2 implements Decoder {

    /** Added to the variance by every normalisation. */
    public static final double NORM_EPSILON = 1e-5;

    private final Gpt2Shape shape;

    /** The functions of a model of this shape. */
    public Gpt2(Gpt2Shape shape) {
        this.shape = shape;
    }

    @Override
    public Gpt2Shape shape() {
        return shape;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.embedding(List.of(
                Parameter.of("transformer.wte.weight", Kind.EMBEDDING, shape.vocabulary(), shape.width()),
                Parameter.of("transformer.wpe.weight", Kind.EMBEDDING, shape.context(), shape.width()))));
        for (int layer = 0; layer < shape.layers(); layer++) {
            sections.add(Section.block(layer, blockParameters("transformer.h." + layer + ".", shape.width())));
        }
        sections.add(Section.head(List.of(
                Parameter.of("transformer.ln_f.weight", Kind.GAIN, shape.width()),
                Parameter.of("transformer.ln_f.bias", Kind.BIAS, shape.width()))));
        return sections;
    }

    private static List<Parameter> blockParameters(String at, long width) {
        return List.of(
                Parameter.of(at + "ln_1.weight", Kind.GAIN, width),
                Parameter.of(at + "ln_1.bias", Kind.BIAS, width),
                Parameter.of(at + "attn.c_attn.weight", Kind.MATRIX, width, 3 * width),
                Parameter.of(at + "attn.c_attn.bias", Kind.BIAS, 3 * width),
                Parameter.of(at + "attn.c_proj.weight", Kind.RESIDUAL_MATRIX, width, width),
                Parameter.of(at + "attn.c_proj.bias", Kind.BIAS, width),
                Parameter.of(at + "ln_2.weight", Kind.GAIN, width),
                Parameter.of(at + "ln_2.bias", Kind.BIAS, width),
                Parameter.of(at + "mlp.c_fc.weight", Kind.MATRIX, width, 4 * width),
                Parameter.of(at + "mlp.c_fc.bias", Kind.BIAS, 4 * width),
                Parameter.of(at + "mlp.c_proj.weight", Kind.RESIDUAL_MATRIX, 4 * width, width),
                Parameter.of(at + "mlp.c_proj.bias", Kind.BIAS, width));
    }

    @Override
    public Positions positions(long time, long[] places) {
        return new Positions(time, Tensor.of(places, places.length), List.of());
    }

    @Override
    public Tensor embed(List<Tensor> weights, Tensor ids, Positions positions) {
        return Scope.resultOf(() ->
                Functions.embedding(weights.get(0), ids).add(Functions.embedding(weights.get(1), positions.places())));
    }

    @Override
    public void addEmbeddingGradient(List<Tensor> gradients, Tensor ids, Positions positions, Tensor incoming) {
        Tensor rows = incoming.to(DataType.F32);
        gradients.get(0).addRowsInPlace(ids, rows);
        gradients.get(1).addRowsInPlace(positions.places(), rows);
    }

    @Override
    public Tensor block(List<Tensor> weights, Tensor rows, Positions positions, Attention attention) {
        long time = positions.time();
        Tensor attended = Scope.resultOf(() -> {
            Tensor normed = norm(weights.get(0), weights.get(1), rows);
            List<Tensor> parts =
                    Functions.affine(normed, weights.get(2), weights.get(3)).split(shape.width());
            Tensor mixed =
                    attention.mix(headed(parts.get(0), time), headed(parts.get(1), time), headed(parts.get(2), time));
            Tensor joined = mixed.transpose(1, 2).contiguous().view(-1, shape.width());
            return rows.add(Functions.affine(joined, weights.get(4), weights.get(5)));
        });
        return Scope.resultOf(() -> {
            Tensor normed = norm(weights.get(6), weights.get(7), attended);
            Tensor hidden = Functions.gelu(Functions.affine(normed, weights.get(8), weights.get(9)));
            return attended.add(Functions.affine(hidden, weights.get(10), weights.get(11)));
        });
    }

    @Override
    public Tensor finalNorm(List<Tensor> weights, Tensor rows) {
        return norm(weights.get(0), weights.get(1), rows);
    }

    private Tensor headed(Tensor rows, long time) {
        return rows.view(-1, time, shape.heads(), shape.headWidth()).transpose(1, 2);
    }

    private static Tensor norm(Tensor gain, Tensor bias, Tensor rows) {
        return Functions.layerNorm(rows, gain, bias, NORM_EPSILON);
    }
}
