package dev.ayatori.cli.recipe;

import dev.ayatori.track.terminal.NearestWord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Single values of a recipe: text, numbers, yes or no, words of a closed set. */
final class Scalars {
    private Scalars() {}

    static Object value(Node node, Class<?> type, Place place) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL) && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            throw place.error(node, place.path() + " must be " + expected(type));
        }
        String text = scalar.getValue();
        if (type == String.class) {
            return text;
        }
        if (type.isEnum()) {
            return word(scalar, type, place);
        }
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            throw wrong(scalar, type, place);
        }
        try {
            return parsed(text.replace("_", ""), type);
        } catch (IllegalArgumentException e) {
            throw wrong(scalar, type, place);
        }
    }

    private static Object parsed(String text, Class<?> type) {
        if (type == int.class) {
            return Integer.parseInt(text);
        } else if (type == long.class) {
            return Long.parseLong(text);
        } else if (type == double.class) {
            return finite(Double.parseDouble(text));
        } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        throw new IllegalArgumentException(text);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite");
        }
        return value;
    }

    private static Object word(ScalarNode scalar, Class<?> type, Place place) {
        for (Object constant : type.getEnumConstants()) {
            if (word(constant).equals(scalar.getValue())) {
                return constant;
            }
        }
        List<String> allowed =
                Stream.of(type.getEnumConstants()).map(Scalars::word).toList();
        throw place.error(
                scalar,
                "%s cannot be \"%s\"%s"
                        .formatted(place.path(), scalar.getValue(), NearestWord.hint(scalar.getValue(), allowed)));
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static RecipeException wrong(ScalarNode scalar, Class<?> type, Place place) {
        return place.error(
                scalar, "%s must be %s, but is \"%s\"".formatted(place.path(), expected(type), scalar.getValue()));
    }

    private static String expected(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "a whole number";
        } else if (type == double.class) {
            return "a number";
        } else if (type == boolean.class) {
            return "true or false";
        }
        return type.isEnum() ? "one word" : "a text";
    }
}
