package dev.ayatori.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one way to read and write JSON: records to text and back, and the canonical form that is hashed. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /** The mapper itself, for streaming and for what the methods here do not offer. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** One line of JSON, keys in the order of the record's components. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON for people: indented, with a newline at its end. */
    public static String pretty(Object value) {
        return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value) + "\n";
    }

    public static <T> T parse(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static <T> T fromTree(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    /** Writes a value for people; see {@link #pretty}. */
    public static void write(Path file, Object value) {
        try {
            Files.writeString(file, pretty(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of one JSON value; a file that is no such JSON is named in the error. */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new AyatoriException(
                    "%s: not a readable %s, damaged or of another version: %s"
                            .formatted(file, type.getSimpleName(), e.getOriginalMessage()),
                    e);
        }
    }

    /** The form that is hashed: one line, the keys of every object sorted, no spaces. */
    public static String canonical(Object value) {
        StringBuilder out = new StringBuilder();
        canonical(tree(value), out);
        return out.toString();
    }

    private static void canonical(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            List<String> names = node.propertyNames().stream().sorted().toList();
            out.append('{');
            for (int i = 0; i < names.size(); i++) {
                out.append(i == 0 ? "" : ",").append(line(names.get(i))).append(':');
                canonical(node.get(names.get(i)), out);
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (Iterator<JsonNode> elements = node.iterator(); elements.hasNext(); ) {
                canonical(elements.next(), out);
                out.append(elements.hasNext() ? "," : "");
            }
            out.append(']');
        } else {
            out.append(line(node));
        }
    }
}
