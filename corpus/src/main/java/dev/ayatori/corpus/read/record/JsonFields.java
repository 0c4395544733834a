package dev.ayatori.corpus.read.record;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads named fields out of JSON objects; those of nested objects are named with dots, lists are read as JSON. */
final class JsonFields {
    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private final Set<String> wanted;
    private final Set<String> parents = new TreeSet<>();

    JsonFields(Set<String> wanted) {
        this.wanted = wanted;
        for (String name : wanted) {
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                parents.add(name.substring(0, dot));
            }
        }
    }

    /** The fields that the object has, numbers and truth values as they are written. */
    SortedMap<String, String> read(byte[] json, int begin, int length) {
        SortedMap<String, String> found = new TreeMap<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json, begin, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            object(parser, "", found);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("there is more behind its JSON object");
            }
        }
        return found;
    }

    private void object(JsonParser parser, String prefix, SortedMap<String, String> found) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix.isEmpty() ? parser.currentName() : prefix + "." + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && parents.contains(name)) {
                object(parser, name, found);
            } else if (!wanted.contains(name)) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                found.put(name, flat(parser));
            } else if (value != JsonToken.VALUE_NULL) {
                found.put(name, parser.getString());
            }
        }
    }

    /** The scalars of a list or object, parted by commas. */
    private static String flat(JsonParser parser) {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isScalarValue()) {
                text.append(text.isEmpty() ? "" : ",").append(parser.getString());
            }
        }
        return text.toString();
    }
}
