package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Preset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules decide on a document.
 *
 * @param preset the set of rules
 * @param collections another preset for single collections, by their name
 * @param bounds other bounds for single filters, by their name, as {@link Bounds#parse} reads them
 * @param lists words that rules look for
 * @param licences SPDX identifiers that are allowed; empty allows all
 * @param classifiers what models say about documents
 * @param ngrams models of n-grams that judge documents and paragraphs, one a language
 */
public record FilterSettings(
        Preset preset,
        Map<String, String> collections,
        Map<String, String> bounds,
        List<WordList> lists,
        List<String> licences,
        List<ClassifierRule> classifiers,
        List<PerplexityRule> ngrams) {
    private static final List<String> LANGUAGES = List.of("ja", "en", "code");

    public FilterSettings {
        collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
        bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
        lists = List.copyOf(lists);
        licences = List.copyOf(licences);
        classifiers = List.copyOf(classifiers);
        ngrams = List.copyOf(ngrams);
        Set<Preset> presets = new TreeSet<>(Set.of(preset));
        collections.values().forEach(name -> presets.add(named(name)));
        checkLists(presets, lists);
        checkModels(ngrams);
        Set<String> names = names(presets, classifiers);
        if (!ngrams.isEmpty()) {
            names.addAll(PerplexityRule.NAMES);
        }
        checkBounds(names, bounds);
    }

    /** The rules for reference pages, with the thresholds they come with. */
    public static FilterSettings defaults() {
        return of(Preset.REFERENCE_PAGES);
    }

    /** A preset as it was published. */
    public static FilterSettings of(Preset preset) {
        return new FilterSettings(preset, Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Names and bounds of the filters for a collection's documents of a language; they cannot measure. */
    public List<Filter> outline(String collection, String language) {
        return filters(collection, language, Lists.NONE);
    }

    /** Reads the lists. */
    Lists load() {
        SortedMap<String, List<String>> words = new TreeMap<>();
        lists.forEach(list -> words.put(list.name(), list.words()));
        if (!licences.isEmpty()) {
            words.put("licences", licences);
        }
        return new Lists(words);
    }

    Preset presetOf(String collection) {
        String own = collections.get(collection);
        return own == null ? preset : named(own);
    }

    List<Filter> filters(String collection, String language, Lists loaded) {
        Stream<Filter> models = Stream.concat(
                classifiers.stream().filter(rule -> rule.judges(language)).map(ClassifierRule::filter),
                model(language).stream().flatMap(rule -> rule.filters().stream()));
        return Stream.concat(presetOf(collection).filters(language, loaded).stream(), models)
                .map(filter -> {
                    String other = bounds.get(filter.name());
                    return other == null ? filter : filter.within(Bounds.parse(other));
                })
                .toList();
    }

    /** The model of n-grams for a language, if there is one. */
    Optional<PerplexityRule> model(String language) {
        return ngrams.stream().filter(rule -> rule.language().equals(language)).findFirst();
    }

    private static Preset named(String name) {
        for (Preset preset : Preset.values()) {
            if (word(preset).equals(name)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("collections names no preset with \"" + name + "\"; there are "
                + Arrays.stream(Preset.values()).map(FilterSettings::word).collect(Collectors.joining(", ")));
    }

    private static String word(Preset preset) {
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void checkLists(Set<Preset> presets, List<WordList> lists) {
        Set<String> given = new TreeSet<>();
        for (WordList list : lists) {
            if (!given.add(list.name())) {
                throw new IllegalArgumentException("lists has \"" + list.name() + "\" twice; name it once");
            }
        }
        for (Preset preset : presets) {
            for (String needed : preset.neededLists()) {
                if (!given.contains(needed)) {
                    throw new IllegalArgumentException(
                            "lists lacks \"%s\", which preset %s needs; name a file or address of its words, one a line"
                                    .formatted(needed, word(preset)));
                }
            }
        }
    }

    private static void checkModels(List<PerplexityRule> ngrams) {
        Set<String> languages = new TreeSet<>();
        for (PerplexityRule rule : ngrams) {
            if (!languages.add(rule.language())) {
                throw new IllegalArgumentException(
                        "ngrams has language \"" + rule.language() + "\" twice; name one model for it");
            }
        }
    }

    private static Set<String> names(Set<Preset> presets, List<ClassifierRule> classifiers) {
        Lists all = new Lists(new TreeMap<>(Stream.concat(Lists.NAMES.stream(), Stream.of("licences"))
                .collect(Collectors.toMap(name -> name, name -> List.of()))));
        Set<String> names = presets.stream()
                .flatMap(preset -> LANGUAGES.stream().flatMap(language -> preset.filters(language, all).stream()))
                .map(Filter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (ClassifierRule rule : classifiers) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException(
                        "classifiers has \"" + rule.name() + "\", but another filter has that name; take another");
            }
        }
        return names;
    }

    private static void checkBounds(Set<String> names, Map<String, String> bounds) {
        bounds.forEach((name, text) -> {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "bounds names no filter with \"" + name + "\"; there are " + String.join(", ", names));
            }
            Bounds.parse(text);
        });
    }
}
