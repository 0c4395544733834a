package dev.ayatori.tokenizer.chat;

import dev.ayatori.tokenizer.chat.Node.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The filters, methods, tests and functions of the subset. */
final class Functions {
    private static final long LONGEST_RANGE = 100_000;

    /** The values of a call's arguments. */
    record Given(List<Object> places, Map<String, Object> named, int line) {
        Object at(int index, String name, Object otherwise) {
            return index < places.size() ? places.get(index) : named.getOrDefault(name, otherwise);
        }

        String text(int index, String name, String otherwise) {
            Object value = at(index, name, Marked.own(otherwise));
            return value instanceof Marked marked ? marked.text() : otherwise;
        }

        static Given of(Node.Arguments arguments, Function<Expression, Object> evaluate, int line) {
            Map<String, Object> named = new LinkedHashMap<>();
            arguments.named().forEach((name, value) -> named.put(name, evaluate.apply(value)));
            return new Given(arguments.places().stream().map(evaluate).toList(), named, line);
        }
    }

    private Functions() {}

    static Object filter(Object value, String name, Given given) {
        return switch (name) {
            case "trim" -> text(value, name, given).trimmed(given.text(0, "chars", ""), true, true);
            case "length", "count" -> length(value, given.line());
            case "upper", "lower", "replace" -> method(text(value, name, given), name, given);
            case "string" -> Values.text(value);
            case "tojson" -> text(value, Values.json(value));
            case "default" -> {
                boolean absent = value == Values.UNDEFINED
                        || Values.isTrue(given.at(1, "boolean", false)) && !Values.isTrue(value);
                yield absent ? given.at(0, "default_value", Marked.own("")) : value;
            }
            case "join" -> join(list(value, name, given), given);
            case "list" -> list(value, name, given);
            case "reverse" -> list(value, name, given).reversed();
            case "first" -> firstOf(list(value, name, given));
            case "last" -> firstOf(list(value, name, given).reversed());
            default -> throw new TemplateException(given.line(), "filter '" + name + "' is not supported");
        };
    }

    /** Texts of messages inside a value keep a whole text foreign. */
    private static Marked text(Object from, String text) {
        return from instanceof Marked marked ? marked.changed(text) : Marked.foreign(text);
    }

    private static Object firstOf(List<Object> list) {
        return list.isEmpty() ? Values.UNDEFINED : list.getFirst();
    }

    private static Marked join(List<Object> parts, Given given) {
        Marked separator = Values.text(given.at(0, "d", Marked.own("")));
        Marked all = Marked.own("");
        for (int i = 0; i < parts.size(); i++) {
            all = (i == 0 ? all : all.plus(separator)).plus(Values.text(parts.get(i)));
        }
        return all;
    }

    private static Marked text(Object value, String name, Given given) {
        if (value instanceof Marked text) {
            return text;
        }
        throw new TemplateException(
                given.line(),
                "'" + name + "' wants a text, but got " + Values.text(value).text());
    }

    private static List<Object> list(Object value, String name, Given given) {
        return switch (value) {
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map ->
                map.keySet().stream()
                        .<Object>map(key -> Marked.foreign(key.toString()))
                        .toList();
            default ->
                throw new TemplateException(
                        given.line(),
                        "'" + name + "' wants a list, but got "
                                + Values.text(value).text());
        };
    }

    static long length(Object value, int line) {
        return switch (value) {
            case Marked text -> text.text().codePointCount(0, text.text().length());
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            default -> throw new TemplateException(line, "'length' wants a text or a list");
        };
    }

    static Object method(Object on, String name, Given given) {
        return switch (on) {
            case Marked text -> textMethod(text, name, given);
            case Map<?, ?> map -> mapMethod(map, name, given);
            default -> throw new TemplateException(given.line(), "method '" + name + "' is not supported here");
        };
    }

    private static Object textMethod(Marked text, String name, Given given) {
        String first = given.text(0, "chars", "");
        return switch (name) {
            case "strip" -> text.trimmed(first, true, true);
            case "lstrip" -> text.trimmed(first, true, false);
            case "rstrip" -> text.trimmed(first, false, true);
            case "split" -> List.<Object>copyOf(first.isEmpty() ? words(text) : text.split(first));
            case "startswith" -> text.text().startsWith(first);
            case "endswith" -> text.text().endsWith(first);
            case "upper" -> text.changed(text.text().toUpperCase(Locale.ROOT));
            case "lower" -> text.changed(text.text().toLowerCase(Locale.ROOT));
            case "replace" -> text.replaced(given.text(0, "old", ""), Values.text(given.at(1, "new", Marked.own(""))));
            default -> throw new TemplateException(given.line(), "method '" + name + "' of a text is not supported");
        };
    }

    private static List<Marked> words(Marked text) {
        List<Marked> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.text().length(); i++) {
            boolean space = i == text.text().length()
                    || Character.isWhitespace(text.text().charAt(i));
            if (space && from >= 0) {
                words.add(text.part(from, i));
            }
            from = space ? -1 : from < 0 ? i : from;
        }
        return words;
    }

    private static Object mapMethod(Map<?, ?> map, String name, Given given) {
        return switch (name) {
            case "get" -> {
                Object value = map.get(given.text(0, "key", ""));
                yield value == null ? given.at(1, "default", Values.NONE) : value;
            }
            case "keys" -> list(map, name, given);
            case "values" -> List.<Object>copyOf(map.values());
            case "items" ->
                map.entrySet().stream()
                        .<Object>map(
                                entry -> List.of(Marked.foreign(entry.getKey().toString()), entry.getValue()))
                        .toList();
            default ->
                throw new TemplateException(given.line(), "method '" + name + "' of a dictionary is not supported");
        };
    }

    static Object call(String name, Given given) {
        return switch (name) {
            case "namespace" -> new LinkedHashMap<>(given.named());
            case "raise_exception" -> throw new TemplateException(given.line(), given.text(0, "message", "refused"));
            case "range" -> {
                long first = given.places().size() > 1 ? number(given.at(0, "start", 0L), given.line()) : 0;
                long end = number(given.at(given.places().size() > 1 ? 1 : 0, "stop", 0L), given.line());
                if (end - first > LONGEST_RANGE || given.places().size() > 2) {
                    throw new TemplateException(given.line(), "this range is not supported");
                }
                yield LongStream.range(first, end).<Object>mapToObj(i -> i).toList();
            }
            default -> throw new TemplateException(given.line(), "function '" + name + "' is not supported");
        };
    }

    static long number(Object value, int line) {
        if (value instanceof Long number) {
            return number;
        }
        throw new TemplateException(
                line, "a number was expected, but " + Values.text(value).text() + " was found");
    }

    static boolean test(Object value, String name, int line) {
        return switch (name) {
            case "defined" -> value != Values.UNDEFINED;
            case "undefined" -> value == Values.UNDEFINED;
            case "none" -> value == Values.NONE;
            case "string" -> value instanceof Marked;
            case "mapping" -> value instanceof Map;
            case "iterable", "sequence" -> value instanceof List || value instanceof Map || value instanceof Marked;
            case "number", "integer" -> value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            case "true" -> value.equals(true);
            case "false" -> value.equals(false);
            default -> throw new TemplateException(line, "test '" + name + "' is not supported");
        };
    }
}
