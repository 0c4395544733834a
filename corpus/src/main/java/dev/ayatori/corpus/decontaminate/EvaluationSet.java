package dev.ayatori.corpus.decontaminate;

import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The items of an evaluation set: JSON lines.
 *
 * @param name under which overlaps are told
 * @param address path of the file, or a web address
 * @param sha256 of its content
 * @param id the field that names an item; empty for the number of its line
 * @param fields fields whose texts are looked for, those of nested objects with dots; each string of a list is a text
 */
public record EvaluationSet(String name, String address, String sha256, String id, List<String> fields) {
    public EvaluationSet {
        fields = List.copyOf(fields);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of an evaluation set must not be empty");
        }
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields of the evaluation set \"" + name
                    + "\" must name the fields whose texts are looked for, such as question");
        }
        new PinnedFile(address, sha256);
    }

    /** One text of an item. */
    public record Item(String set, String item, String field, String text) {}

    /** Reads the texts of all items, line by line. */
    public void forEach(Consumer<Item> consumer) {
        String content = new String(
                new PinnedFile(address, sha256).read("evaluation set \"" + name + "\""), StandardCharsets.UTF_8);
        int[] number = {0};
        int[] items = {0};
        content.lines().forEach(line -> {
            number[0]++;
            if (!line.isBlank()) {
                item(line, number[0], consumer);
                items[0]++;
            }
        });
        if (items[0] == 0) {
            throw new AyatoriException("the evaluation set \"%s\" (%s) has no items; give one JSON object a line"
                    .formatted(name, address));
        }
    }

    private void item(String line, int number, Consumer<Item> consumer) {
        JsonNode node = parsed(line, number);
        String item = id.isEmpty()
                ? Integer.toString(number)
                : texts(node, id).stream().findFirst().orElse("");
        boolean any = false;
        for (String field : fields) {
            List<String> texts = texts(node, field);
            any |= !texts.isEmpty();
            texts.forEach(text -> consumer.accept(new Item(name, item, field, text)));
        }
        if (!any) {
            throw new AyatoriException(
                    "line %d of the evaluation set \"%s\" (%s) has none of the fields %s; correct fields"
                            .formatted(number, name, address, String.join(", ", fields)));
        }
    }

    private JsonNode parsed(String line, int number) {
        try {
            return Json.mapper().readTree(line);
        } catch (JacksonException e) {
            throw new AyatoriException(
                    "line %d of the evaluation set \"%s\" (%s) is no JSON: %s; give it as JSON lines"
                            .formatted(number, name, address, e.getOriginalMessage()),
                    e);
        }
    }

    private static List<String> texts(JsonNode node, String path) {
        int dot = path.indexOf('.');
        JsonNode value = node.path(dot < 0 ? path : path.substring(0, dot));
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> texts.addAll(dot < 0 ? scalar(each) : texts(each, path.substring(dot + 1))));
        } else {
            texts.addAll(dot < 0 ? scalar(value) : texts(value, path.substring(dot + 1)));
        }
        return texts;
    }

    private static List<String> scalar(JsonNode value) {
        return value.isNumber() || value.isString() && !value.asString().isBlank()
                ? List.of(value.asString())
                : List.of();
    }
}
