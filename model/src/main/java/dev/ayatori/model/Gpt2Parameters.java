package dev.ayatori.model;

import dev.ayatori.model.Parameter.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of GPT-2 under their Hugging Face names, in a fixed order: embeddings, blocks, final norm.
 *
 * <p>Projections are stored as Hugging Face's Conv1D does: (input, output).
 */
public final class Gpt2Parameters {

    private Gpt2Parameters() {}

    /** All parameters of a shape; the head shares the token embedding. */
    public static List<Parameter> of(Gpt2Shape shape) {
        List<Parameter> all = new ArrayList<>(embedding(shape));
        for (int layer = 0; layer < shape.layers(); layer++) {
            all.addAll(block(shape, layer));
        }
        all.addAll(finalNorm(shape));
        return List.copyOf(all);
    }

    /** Token and position embedding. */
    public static List<Parameter> embedding(Gpt2Shape shape) {
        return List.of(
                Parameter.of("transformer.wte.weight", Kind.EMBEDDING, shape.vocabulary(), shape.width()),
                Parameter.of("transformer.wpe.weight", Kind.EMBEDDING, shape.context(), shape.width()));
    }

    /** The twelve parameters of one block. */
    public static List<Parameter> block(Gpt2Shape shape, int layer) {
        String at = "transformer.h." + layer + ".";
        long width = shape.width();
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

    /** Gain and bias of the last normalisation. */
    public static List<Parameter> finalNorm(Gpt2Shape shape) {
        return List.of(
                Parameter.of("transformer.ln_f.weight", Kind.GAIN, shape.width()),
                Parameter.of("transformer.ln_f.bias", Kind.BIAS, shape.width()));
    }
}
