package dev.ayatori.pretrain.meter;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.MetricSink;
import java.util.Map;

/** How the figures of a training are called where they are written down; a resource that changes no result. */
public enum MetricNames {
    /** Plain words: loss, gradient-norm, tokens-per-second. */
    AYATORI(Map.of()),
    /** As LLM-jp's branch of Megatron-DeepSpeed calls them on Weights &amp; Biases: lm-loss-training/lm loss. */
    LLM_JP(Map.ofEntries(
            Map.entry("loss", "lm-loss-training/lm loss"),
            Map.entry("learning-rate", "utils/learning-rate"),
            Map.entry("batch-size", "utils/batch-size"),
            Map.entry("samples", "utils/steps-vs-samples"),
            Map.entry("tokens", "utils/steps-vs-tokens"),
            Map.entry("loss-scale", "others/loss-scale"),
            Map.entry("gradient-norm", "others/grad-norm"),
            Map.entry("model-teraflops-per-second", "stats/tflops"),
            Map.entry("parameters", "stats/model_parameters"),
            Map.entry("sequences-per-second", "stats/samples_per_sec"),
            Map.entry("tokens-per-second", "stats/tokens_per_sec"),
            Map.entry("seconds-per-step", "timers/iteration-time"),
            Map.entry("validation-loss", "lm-loss-validation/lm loss_validation"),
            Map.entry("validation-perplexity", "lm-loss-validation/lm loss_validation_ppl")));

    private final Map<String, String> names;

    MetricNames(Map<String, String> names) {
        this.names = names;
    }

    /** The names with a name of their own: {@code ayatori} or {@code llm-jp}. */
    public static MetricNames of(String whose) {
        return switch (whose) {
            case "ayatori" -> AYATORI;
            case "llm-jp" -> LLM_JP;
            default -> throw new AyatoriException("--metric-names must be ayatori or llm-jp, but is " + whose);
        };
    }

    /** A sink that takes our names and passes these on; what has none here keeps its own, and so do the names of sets. */
    public MetricSink over(MetricSink sink) {
        return (name, step, value) -> {
            int set = name.contains("/") ? name.indexOf('/') : name.length();
            String plain = name.substring(0, set);
            sink.metric(names.getOrDefault(plain, plain) + name.substring(set), step, value);
        };
    }
}
