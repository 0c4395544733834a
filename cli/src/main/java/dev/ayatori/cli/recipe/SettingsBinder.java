package dev.ayatori.cli.recipe;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Makes settings records from YAML nodes by their components, starting from a record of defaults.
 *
 * <p>Components may be of type String, int, long, double, boolean, an enum, a record, a list of those, or a map from text
 * to text or numbers.
 */
final class SettingsBinder {
    private SettingsBinder() {}

    /** The defaults with everything replaced that the mapping names. */
    static <S extends Record> S bind(Node node, S defaults, Place place) {
        return record(node, type(defaults), Optional.of(defaults), place);
    }

    @SuppressWarnings("unchecked")
    private static <S extends Record> Class<S> type(S record) {
        return (Class<S>) record.getClass();
    }

    private static <S extends Record> S record(Node node, Class<S> type, Optional<S> defaults, Place place) {
        RecordComponent[] components = type.getRecordComponents();
        Entries entries = Entries.of(node, place)
                .only(Stream.of(components).map(RecordComponent::getName).toList());
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            Optional<Object> fallback =
                    defaults.<Object>map(record -> get(component, record)).or(() -> defaults(component.getType()));
            values[i] = entries.value(component.getName())
                    .map(value -> value(value, component.getGenericType(), fallback, place.below(component.getName())))
                    .or(() -> fallback)
                    .orElseThrow(
                            () -> place.error(node, "missing key \"%s\"%s".formatted(component.getName(), place.in())));
        }
        return construct(type, values, entries);
    }

    private static Object value(Node node, Type type, Optional<Object> fallback, Place place) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(node, generic.getActualTypeArguments()[0], place)
                    : map(node, generic.getActualTypeArguments()[1], place);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord()
                ? nested(node, plain.asSubclass(Record.class), fallback, place)
                : Scalars.value(node, plain, place);
    }

    private static <R extends Record> R nested(Node node, Class<R> type, Optional<Object> fallback, Place place) {
        return record(node, type, fallback.map(type::cast), place);
    }

    private static List<Object> list(Node node, Type element, Place place) {
        if (!(node instanceof SequenceNode sequence)) {
            throw place.error(node, place.path() + " must be a list (- value)");
        }
        Optional<Object> fallback = element instanceof Class<?> type ? defaults(type) : Optional.empty();
        List<Object> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            values.add(value(item, element, fallback, place));
        }
        return List.copyOf(values);
    }

    private static SortedMap<String, Object> map(Node node, Type element, Place place) {
        Class<?> type = element == Double.class ? double.class : String.class;
        SortedMap<String, Object> values = new TreeMap<>();
        Entries entries = Entries.of(node, place);
        entries.tuples()
                .forEach((key, tuple) -> values.put(key, Scalars.value(tuple.getValueNode(), type, place.below(key))));
        return values;
    }

    /** What {@code public static X defaults()} of a record gives, where there is one. */
    private static Optional<Object> defaults(Class<?> type) {
        try {
            return Optional.ofNullable(type.getMethod("defaults").invoke(null));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + ".defaults()", e);
        }
    }

    private static @Nullable Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static <S extends Record> S construct(Class<S> type, Object[] values, Entries entries) {
        try {
            Constructor<S> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException impossible) {
                throw impossible(String.valueOf(impossible.getMessage()), entries);
            }
            throw new IllegalStateException(type.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    /** Points at the value that the record complains about: settings records begin their messages with its name. */
    private static RecipeException impossible(String message, Entries entries) {
        List<String> words = Arrays.asList(message.split("[^A-Za-z0-9_]+", -1));
        Node culprit = words.stream()
                .flatMap(word -> entries.value(word).stream())
                .findFirst()
                .orElse(entries.node());
        return entries.place().error(culprit, message + entries.place().in());
    }
}
