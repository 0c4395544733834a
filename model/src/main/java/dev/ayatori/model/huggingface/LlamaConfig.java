package dev.ayatori.model.huggingface;

import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.Rotary;
import dev.ayatori.model.RotaryScaling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Llama as Hugging Face configures it. Rotary settings stand in {@code rope_theta} and {@code rope_scaling} (until
 * transformers 4) and in {@code rope_parameters} (from 5 on): both are written, either is read.
 *
 * <p>transformers has no Llama that turns a share of the channels: what says {@code partial_rotary_factor} below 1 is
 * read here alone.
 */
final class LlamaConfig {

    private static final String TYPE = "rope_type";
    private static final String THETA = "rope_theta";
    private static final String SHARE = "partial_rotary_factor";

    private LlamaConfig() {}

    static LlamaShape shape(ConfigFile config) {
        config.oneOf("hidden_act", List.of("silu"));
        config.require(!config.flag("mlp_bias", false), "mlp_bias", false);
        int width = config.size("hidden_size");
        int heads = config.size("num_attention_heads");
        return new LlamaShape(
                config.size("num_hidden_layers"),
                width,
                heads,
                config.size("num_key_value_heads", heads),
                config.size("head_dim", width / heads),
                config.size("intermediate_size"),
                config.size("max_position_embeddings"),
                config.size("vocab_size"),
                config.flag("tie_word_embeddings", false),
                new LlamaShape.Details(
                        rotary(config), config.number("rms_norm_eps", 1e-6), config.flag("attention_bias", false)));
    }

    private static Rotary rotary(ConfigFile config) {
        ConfigFile parameters = config.below(config.has("rope_parameters") ? "rope_parameters" : "rope_scaling");
        double theta = parameters.number(THETA, config.number(THETA, 10_000));
        double share = parameters.number(SHARE, config.number(SHARE, 1));
        return new Rotary(theta, share, scaling(parameters));
    }

    private static RotaryScaling scaling(ConfigFile parameters) {
        String key = parameters.has(TYPE) ? TYPE : "type";
        parameters.oneOf(key, List.of("default", "linear", "llama3"));
        return switch (parameters.text(key, "default")) {
            case "linear" -> new RotaryScaling.Linear(parameters.number("factor", 1));
            case "llama3" ->
                new RotaryScaling.Llama3(
                        parameters.number("factor", 8),
                        parameters.number("low_freq_factor", 1),
                        parameters.number("high_freq_factor", 4),
                        parameters.size("original_max_position_embeddings"));
            default -> new RotaryScaling.None();
        };
    }

    static Map<String, Object> of(LlamaShape shape) {
        Rotary rotary = shape.details().rotary();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("LlamaForCausalLM"));
        config.put("model_type", "llama");
        config.put("vocab_size", shape.vocabulary());
        config.put("max_position_embeddings", shape.context());
        config.put("hidden_size", shape.width());
        config.put("intermediate_size", shape.hidden());
        config.put("num_hidden_layers", shape.layers());
        config.put("num_attention_heads", shape.heads());
        config.put("num_key_value_heads", shape.keyValueHeads());
        config.put("head_dim", shape.headWidth());
        config.put("hidden_act", "silu");
        config.put("rms_norm_eps", shape.details().normEpsilon());
        config.put("initializer_range", 0.02);
        config.put("attention_bias", shape.details().attentionBias());
        config.put("attention_dropout", 0.0);
        config.put("mlp_bias", false);
        config.put("tie_word_embeddings", shape.tiedHead());
        config.put(THETA, rotary.theta());
        if (!(rotary.scaling() instanceof RotaryScaling.None)) {
            config.put("rope_scaling", scaling(rotary.scaling()));
        }
        Map<String, Object> parameters = new LinkedHashMap<>(scaling(rotary.scaling()));
        parameters.put(THETA, rotary.theta());
        if (rotary.share() < 1) {
            config.put(SHARE, rotary.share());
            parameters.put(SHARE, rotary.share());
        }
        config.put("rope_parameters", parameters);
        return config;
    }

    private static Map<String, Object> scaling(RotaryScaling scaling) {
        Map<String, Object> written = new LinkedHashMap<>();
        switch (scaling) {
            case RotaryScaling.None _ -> written.put(TYPE, "default");
            case RotaryScaling.Linear linear -> {
                written.put(TYPE, "linear");
                written.put("factor", linear.factor());
            }
            case RotaryScaling.Llama3 llama3 -> {
                written.put(TYPE, "llama3");
                written.put("factor", llama3.factor());
                written.put("low_freq_factor", llama3.lowFrequencyFactor());
                written.put("high_freq_factor", llama3.highFrequencyFactor());
                written.put("original_max_position_embeddings", llama3.firstContext());
            }
        }
        return written;
    }
}
