package dev.ayatori.corpus.mix;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.filter.rule.Bounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents that share a budget. No document may belong to two parts.
 *
 * @param name what the part is called in reports
 * @param collections the collections it takes; empty takes all
 * @param languages the languages it takes; empty takes all
 * @param measured it takes only documents whose attributes of these names lie within these bounds, such as
 *     {@code perplexity-bucket: <= 1}; {@link Bounds#parse} reads them
 * @param budget tokens or bytes over all folds, repetitions among them; where the mix has a total, its weight in that
 * @param repeat how often a document may be read at most
 */
public record MixPart(
        String name,
        List<String> collections,
        List<String> languages,
        Map<String, String> measured,
        long budget,
        int repeat) {
    private static final int MOST = 100;

    public MixPart {
        collections = List.copyOf(collections);
        languages = List.copyOf(languages);
        measured = Collections.unmodifiableSortedMap(new TreeMap<>(measured));
        measured.values().forEach(Bounds::parse);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a part of the mix must not be empty");
        }
        if (budget < 1 || budget > MixSettings.LARGEST) {
            throw new IllegalArgumentException("budget of part \"" + name + "\" must be between 1 and "
                    + MixSettings.LARGEST + ", but is " + budget);
        }
        if (repeat < 1 || repeat > MOST) {
            throw new IllegalArgumentException(
                    "repeat of part \"" + name + "\" must be between 1 and " + MOST + ", but is " + repeat);
        }
    }

    /** Every document, once, with the weight 1. */
    public static MixPart defaults() {
        return new MixPart("all", List.of(), List.of(), Map.of(), 1, 1);
    }

    boolean takes(Document document) {
        return (collections.isEmpty() || collections.contains(document.collection()))
                && (languages.isEmpty() || languages.contains(document.language()))
                && measured.entrySet().stream()
                        .allMatch(bound -> holds(document.attribute(bound.getKey()), Bounds.parse(bound.getValue())));
    }

    /** What it takes, in words. */
    String wanted() {
        List<String> wanted = new ArrayList<>();
        if (!collections.isEmpty()) {
            wanted.add("collections " + collections);
        }
        if (!languages.isEmpty()) {
            wanted.add("languages " + languages);
        }
        measured.forEach((attribute, bounds) -> wanted.add(attribute + " " + bounds));
        return wanted.isEmpty() ? "all" : String.join(", ", wanted);
    }

    private static boolean holds(String value, Bounds bounds) {
        return !value.isEmpty() && bounds.hold(Double.parseDouble(value));
    }
}
