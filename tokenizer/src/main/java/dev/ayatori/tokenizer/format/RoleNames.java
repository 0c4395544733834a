package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.pipeline.Roles;
import dev.ayatori.track.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The names of the symbols with a meaning, as special_tokens_map.json and tokenizer_config.json tell them; empty where they do
 * not.
 */
public record RoleNames(String unknown, String start, String end, String padding) {
    public static final RoleNames NONE = new RoleNames("", "", "", "");

    /** Reads what stands in a folder beside a vocabulary. */
    public static RoleNames besides(Path vocabulary) {
        return new RoleNames(
                name(vocabulary, "unk_token"),
                name(vocabulary, "bos_token"),
                name(vocabulary, "eos_token"),
                name(vocabulary, "pad_token"));
    }

    private static String name(Path vocabulary, String field) {
        for (String file : List.of("special_tokens_map.json", "tokenizer_config.json")) {
            Path path = vocabulary.resolveSibling(file);
            JsonNode token = Files.isRegularFile(path)
                    ? Json.read(path, JsonNode.class).path(field)
                    : Json.mapper().missingNode();
            String name = token.isObject() ? token.path("content").asString("") : token.asString("");
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    /** The ids of these names; where one is empty, of the usual ones. */
    Roles roles(Map<String, Integer> ids) {
        return new Roles(
                first(ids, unknown, "<unk>"),
                first(ids, start, "<s>", "<|begin_of_text|>", "<|endoftext|>"),
                first(ids, end, "</s>", "<|end_of_text|>", "<|endoftext|>"),
                first(ids, padding, "<pad>"));
    }

    private static int first(Map<String, Integer> ids, String name, String... usual) {
        if (!name.isEmpty()) {
            return ids.getOrDefault(name, -1);
        }
        for (String candidate : usual) {
            if (ids.containsKey(candidate)) {
                return ids.get(candidate);
            }
        }
        return -1;
    }
}
