package dev.ayatori.tokenizer.chat;

import dev.ayatori.track.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What expressions give: {@link Marked} texts, Long, Boolean, lists, maps, and these two. */
final class Values {
    static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };
    static final Object UNDEFINED = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    private Values() {}

    static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Long number -> number != 0;
            case Marked text -> !text.text().isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> value != NONE && value != UNDEFINED;
        };
    }

    static boolean equal(Object left, Object right) {
        return left instanceof Marked a && right instanceof Marked b ? a.text().equals(b.text()) : left.equals(right);
    }

    /** As it is put out. */
    static Marked text(Object value) {
        return switch (value) {
            case Marked text -> text;
            case Boolean flag -> Marked.own(flag ? "True" : "False");
            case List<?> _, Map<?, ?> _ -> Marked.foreign(json(value));
            default -> Marked.own(value.toString());
        };
    }

    static String json(Object value) {
        return Json.line(plain(value)).replace("\":", "\": ").replace(",\"", ", \"");
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Marked text -> text.text();
            case List<?> list -> list.stream().map(Values::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((key, entry) -> plain.put(key.toString(), plain(entry)));
                yield plain;
            }
            default -> value == NONE || value == UNDEFINED ? Json.mapper().nullNode() : value;
        };
    }

    /** A plain Java value as a template sees it; all its texts are foreign. */
    static Object of(Object value) {
        return switch (value) {
            case String text -> Marked.foreign(text);
            case Number number -> number.longValue();
            case List<?> list -> list.stream().map(Values::of).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                entry -> of(entry.getValue()),
                                (a, b) -> a,
                                LinkedHashMap<String, Object>::new));
            default -> value;
        };
    }
}
