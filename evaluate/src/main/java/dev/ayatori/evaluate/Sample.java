package dev.ayatori.evaluate;

import dev.ayatori.track.ContentHasher;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A fixed sample of a list: drawn by lot on seed and name, kept in the order of the list. */
final class Sample {

    private Sample() {}

    /** As many drawn elements as weigh no more than {@code bound} together; all of them where they fit. */
    static <T> List<T> of(List<T> elements, Function<T, String> name, ToLongFunction<T> weight, Bound bound) {
        List<T> drawn = elements.stream()
                .sorted(Comparator.comparing((T element) -> ContentHasher.create()
                        .number(bound.seed)
                        .text(name.apply(element))
                        .hex()))
                .toList();
        Set<String> kept = new HashSet<>();
        long total = 0;
        for (T element : drawn) {
            if (total + weight.applyAsLong(element) <= bound.most) {
                total += weight.applyAsLong(element);
                kept.add(name.apply(element));
            }
        }
        return elements.stream()
                .filter(element -> kept.contains(name.apply(element)))
                .toList();
    }

    /** The seed of the lots and the most that the sample may weigh. */
    record Bound(long seed, long most) {}
}
