package dev.ayatori.corpus.filter.rule;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists of words that rules look for, by their name: {@code advertising}, {@code adult}, {@code discrimination},
 * {@code violence}, {@code valid-domains}, {@code code-extensions}, {@code blocked-domains}, {@code blocked-addresses},
 * {@code address-words}, {@code soft-address-words}; and the licences that are allowed, {@code licences}.
 */
public record Lists(SortedMap<String, List<String>> byName) {
    /** The names that rules know. */
    public static final Set<String> NAMES = Set.of(
            "advertising",
            "adult",
            "discrimination",
            "violence",
            "valid-domains",
            "code-extensions",
            "blocked-domains",
            "blocked-addresses",
            "address-words",
            "soft-address-words");

    /** No list at all: for the names and bounds of filters. */
    public static final Lists NONE = new Lists(Collections.emptySortedMap());

    public Lists {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<String> words(String name) {
        return byName.getOrDefault(name, List.of());
    }

    Set<String> set(String name) {
        return new TreeSet<>(words(name));
    }
}
