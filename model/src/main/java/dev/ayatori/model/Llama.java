package dev.ayatori.model;

import dev.ayatori.model.Parameter.Kind;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Llama (Touvron et al. 2023): pre-norm blocks with RMS norms (Zhang and Sennrich 2019), {@link Rotary} positions,
 * grouped-query attention (Ainslie et al. 2023) and SwiGLU (Shazeer 2020).
 *
 * <p>Parameters bear their Hugging Face names; projections are stored as (output, input).
 */
public final class Llama implements Decoder {

    private final LlamaShape shape;

    /** The functions of a model of this shape. */
    public Llama(LlamaShape shape) {
        this.shape = shape;
    }

    @Override
    public LlamaShape shape() {
        return shape;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.embedding(
                List.of(Parameter.of("model.embed_tokens.weight", Kind.EMBEDDING, shape.vocabulary(), shape.width()))));
        for (int layer = 0; layer < shape.layers(); layer++) {
            sections.add(Section.block(layer, blockParameters("model.layers." + layer + ".")));
        }
        List<Parameter> head = new ArrayList<>();
        head.add(Parameter.of("model.norm.weight", Kind.GAIN, shape.width()));
        if (!shape.tiedHead()) {
            head.add(Parameter.of("lm_head.weight", Kind.MATRIX, shape.vocabulary(), shape.width()));
        }
        sections.add(Section.head(head));
        return sections;
    }

    private List<Parameter> blockParameters(String at) {
        long width = shape.width();
        long asking = (long) shape.heads() * shape.headWidth();
        long asked = (long) shape.keyValueHeads() * shape.headWidth();
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(at + "input_layernorm.weight", Kind.GAIN, width));
        all.addAll(projection(at + "self_attn.q_proj", Kind.MATRIX, asking, width));
        all.addAll(projection(at + "self_attn.k_proj", Kind.MATRIX, asked, width));
        all.addAll(projection(at + "self_attn.v_proj", Kind.MATRIX, asked, width));
        all.addAll(projection(at + "self_attn.o_proj", Kind.RESIDUAL_MATRIX, width, asking));
        all.add(Parameter.of(at + "post_attention_layernorm.weight", Kind.GAIN, width));
        all.add(Parameter.of(at + "mlp.gate_proj.weight", Kind.MATRIX, shape.hidden(), width));
        all.add(Parameter.of(at + "mlp.up_proj.weight", Kind.MATRIX, shape.hidden(), width));
        all.add(Parameter.of(at + "mlp.down_proj.weight", Kind.RESIDUAL_MATRIX, width, shape.hidden()));
        return all;
    }

    private List<Parameter> projection(String name, Kind kind, long output, long input) {
        Parameter weight = Parameter.of(name + ".weight", kind, output, input);
        return shape.details().attentionBias()
                ? List.of(weight, Parameter.of(name + ".bias", Kind.BIAS, output))
                : List.of(weight);
    }

    @Override
    public Positions positions(long time, long[] places) {
        Tensor tensor = Tensor.of(places, places.length);
        return new Positions(time, tensor, shape.details().rotary().angles(shape.headWidth(), time, tensor));
    }

    @Override
    public Tensor embed(List<Tensor> weights, Tensor ids, Positions positions) {
        return Functions.embedding(weights.getFirst(), ids);
    }

    @Override
    public void addEmbeddingGradient(List<Tensor> gradients, Tensor ids, Positions positions, Tensor incoming) {
        gradients.getFirst().addRowsInPlace(ids, incoming.to(DataType.F32));
    }

    @Override
    public Tensor block(List<Tensor> weights, Tensor rows, Positions positions, Attention attention) {
        Block block = Block.of(weights, shape.details().attentionBias());
        Tensor attended = Scope.resultOf(() -> {
            Tensor normed = norm(block.attentionNorm(), rows);
            Tensor queries = headed(block.queries().apply(normed), positions.time());
            Tensor keys = headed(block.keys().apply(normed), positions.time());
            Tensor values = headed(block.values().apply(normed), positions.time());
            Tensor mixed = attention.mix(
                    Rotary.turn(queries, positions.rotation()), Rotary.turn(keys, positions.rotation()), values);
            Tensor joined = mixed.transpose(1, 2).contiguous().view(-1, (long) shape.heads() * shape.headWidth());
            return rows.add(block.output().apply(joined));
        });
        return Scope.resultOf(() -> {
            Tensor normed = norm(block.feedForwardNorm(), attended);
            Tensor hidden = Functions.silu(Functions.linear(normed, block.gate()))
                    .multiply(Functions.linear(normed, block.up()));
            return attended.add(Functions.linear(hidden, block.down()));
        });
    }

    @Override
    public Tensor finalNorm(List<Tensor> weights, Tensor rows) {
        return norm(weights.getFirst(), rows);
    }

    private Tensor headed(Tensor rows, long time) {
        return rows.view(-1, time, rows.size(-1) / shape.headWidth(), shape.headWidth())
                .transpose(1, 2);
    }

    private Tensor norm(Tensor gain, Tensor rows) {
        return Functions.rmsNorm(rows, gain, shape.details().normEpsilon());
    }

    /** The weights of a block by what they do. */
    private record Block(
            Tensor attentionNorm,
            Projection queries,
            Projection keys,
            Projection values,
            Projection output,
            Tensor feedForwardNorm,
            Tensor gate,
            Tensor up,
            Tensor down) {

        static Block of(List<Tensor> weights, boolean biases) {
            int each = biases ? 2 : 1;
            List<Projection> attention = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                attention.add(new Projection(weights.subList(1 + i * each, 1 + (i + 1) * each)));
            }
            List<Tensor> last = weights.subList(1 + 4 * each, weights.size());
            return new Block(
                    weights.getFirst(),
                    attention.get(0),
                    attention.get(1),
                    attention.get(2),
                    attention.get(3),
                    last.get(0),
                    last.get(1),
                    last.get(2),
                    last.get(3));
        }
    }

    /** A matrix (output, input) and perhaps a bias. */
    private record Projection(List<Tensor> weights) {
        Tensor apply(Tensor rows) {
            return weights.size() == 1
                    ? Functions.linear(rows, weights.getFirst())
                    : Functions.linear(rows, weights.getFirst()).add(weights.getLast());
        }
    }
}
