package dev.ayatori.model.huggingface;

import dev.ayatori.model.Gpt2;
import dev.ayatori.model.Gpt2Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GPT-2 as Hugging Face configures it. */
final class Gpt2Config {

    private Gpt2Config() {}

    static Gpt2Shape shape(ConfigFile config) {
        config.oneOf("activation_function", List.of("gelu_new", "gelu_pytorch_tanh"));
        config.require(
                config.number("layer_norm_epsilon", Gpt2.NORM_EPSILON) == Gpt2.NORM_EPSILON,
                "layer_norm_epsilon",
                Gpt2.NORM_EPSILON);
        config.require(config.flag("tie_word_embeddings", true), "tie_word_embeddings", true);
        config.require(
                !config.flag("scale_attn_by_inverse_layer_idx", false), "scale_attn_by_inverse_layer_idx", false);
        int width = config.size("n_embd");
        config.require(config.size("n_inner", 4 * width) == 4 * width, "n_inner", 4 * width);
        return new Gpt2Shape(
                config.size("n_layer"),
                width,
                config.size("n_head"),
                config.size("n_positions"),
                config.size("vocab_size"));
    }

    static Map<String, Object> of(Gpt2Shape shape) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("GPT2LMHeadModel"));
        config.put("model_type", "gpt2");
        config.put("vocab_size", shape.vocabulary());
        config.put("n_positions", shape.context());
        config.put("n_ctx", shape.context());
        config.put("n_embd", shape.width());
        config.put("n_layer", shape.layers());
        config.put("n_head", shape.heads());
        config.put("n_inner", 4 * shape.width());
        config.put("activation_function", "gelu_new");
        config.put("layer_norm_epsilon", Gpt2.NORM_EPSILON);
        config.put("initializer_range", 0.02);
        config.put("resid_pdrop", 0.0);
        config.put("embd_pdrop", 0.0);
        config.put("attn_pdrop", 0.0);
        config.put("tie_word_embeddings", true);
        return config;
    }
}
