package dev.ayatori.model.huggingface;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A {@code config.json} as read, with messages that name the file and the key. */
record ConfigFile(Path file, JsonNode json) {

    static ConfigFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new AyatoriException(file + " is missing: " + file.getParent()
                    + " is no model folder. Give a folder that holds config.json and model.safetensors.");
        }
        return new ConfigFile(file, Json.read(file, JsonNode.class));
    }

    String text(String key, String absent) {
        return json.path(key).asString(absent);
    }

    int size(String key) {
        JsonNode value = json.path(key);
        if (!value.isInt()) {
            throw new AyatoriException(file + ": " + key + " must be a whole number, but is " + value);
        }
        return value.asInt();
    }

    int size(String key, int absent) {
        return has(key) ? size(key) : absent;
    }

    double number(String key, double absent) {
        return json.path(key).asDouble(absent);
    }

    boolean flag(String key, boolean absent) {
        return json.path(key).asBoolean(absent);
    }

    boolean has(String key) {
        return json.hasNonNull(key);
    }

    /** The mapping under a key; empty where it is absent. */
    ConfigFile below(String key) {
        return new ConfigFile(file, json.path(key));
    }

    /** Refuses a setting that the blocks here cannot compute. */
    void require(boolean holds, String key, Object supported) {
        if (!holds) {
            throw new AyatoriException(
                    file + ": " + key + " is " + json.path(key) + ", but only " + supported + " can be computed here");
        }
    }

    /** Refuses a word outside those supported; absence is fine. */
    void oneOf(String key, List<String> supported) {
        require(!has(key) || supported.contains(text(key, "")), key, String.join(" or ", supported));
    }
}
