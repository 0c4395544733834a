package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two small files that Hugging Face transformers reads beside {@code tokenizer.json}. */
public final class TransformersFiles {
    private TransformersFiles() {}

    /**
     * The content of {@code tokenizer_config.json}.
     *
     * @param context tokens the model looks back on
     * @param chatTemplate the Jinja template of a conversation
     */
    public static String tokenizerConfig(int context, String chatTemplate) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("model_max_length", context);
        config.put("clean_up_tokenization_spaces", false);
        config.put("model_input_names", List.of("input_ids", "attention_mask"));
        config.put("padding_side", "right");
        config.putAll(symbols());
        config.put("chat_template", chatTemplate);
        return Json.pretty(config);
    }

    /** The content of {@code special_tokens_map.json}. */
    public static String specialTokensMap() {
        return Json.pretty(symbols());
    }

    private static Map<String, Object> symbols() {
        List<String> names = Vocabulary.SYMBOLS;
        Map<String, Object> symbols = new LinkedHashMap<>();
        symbols.put("unk_token", names.get(0));
        symbols.put("bos_token", names.get(1));
        symbols.put("eos_token", names.get(2));
        symbols.put("pad_token", names.get(3));
        symbols.put("additional_special_tokens", names.subList(4, names.size()));
        return symbols;
    }
}
