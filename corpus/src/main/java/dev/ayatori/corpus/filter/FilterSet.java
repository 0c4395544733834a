package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.filter.rule.Verdict;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.ngram.ParagraphRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The filters of a recipe with their lists read, ready to judge. Safe for many threads. */
public final class FilterSet {
    private final FilterSettings settings;
    private final Lists lists;
    private final Map<String, List<Filter>> filters = new ConcurrentHashMap<>();

    private FilterSet(FilterSettings settings, Lists lists) {
        this.settings = settings;
        this.lists = lists;
    }

    /** Reads the lists and models that the settings name. */
    public static FilterSet load(FilterSettings settings) {
        settings.classifiers().forEach(ClassifierRule::check);
        settings.ngrams().forEach(PerplexityRule::model);
        return new FilterSet(settings, settings.load());
    }

    /** What each filter says about a document, in the order in which they decide. */
    public List<Verdict> judge(String collection, String language, TextView view) {
        return of(collection, language).stream()
                .filter(filter -> filter.applies(view))
                .map(filter -> filter.judge(view))
                .toList();
    }

    /** A text of a language without the paragraphs that its model did not foresee. */
    public ParagraphRule.Cut cut(String language, String text) {
        return settings.model(language)
                .filter(rule -> rule.paragraphs().any())
                .map(rule -> rule.paragraphs().cut(rule.model(), text))
                .orElseGet(() -> new ParagraphRule.Cut(text, 0));
    }

    /** What is known about a page, with the number of paragraphs that went. */
    public TextView.About about(TextView.About page, int cut) {
        var metadata = new TreeMap<>(page.metadata());
        metadata.put(PerplexityRule.CUT, Integer.toString(cut));
        return new TextView.About(page.uri(), page.licence(), metadata);
    }

    /** Whether the rules for a collection judge the text as its source holds it, before any cleaning. */
    public boolean judgesUntouched(String collection) {
        return settings.presetOf(collection).judgesUntouched();
    }

    /** Whether kept documents of a collection and language are edited as the preset's authors did. */
    public boolean edits(String collection, String language) {
        Preset preset = settings.presetOf(collection);
        return language.equals("ja") && (preset == Preset.LLM_JP_V1 || preset == Preset.LLM_JP_V1_STRICT);
    }

    /** The edited form of a text that {@link #edits} asks for. */
    public String edited(String text) {
        return JapaneseLines.of(text);
    }

    private List<Filter> of(String collection, String language) {
        return filters.computeIfAbsent(
                collection + "\n" + language, key -> settings.filters(collection, language, lists));
    }
}
