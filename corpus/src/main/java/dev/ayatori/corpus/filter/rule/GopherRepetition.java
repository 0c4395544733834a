package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.filter.view.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Repetition rules of Rae et al. (2021), "Scaling Language Models: Methods, Analysis &amp; Insights from Training
 * Gopher", table A1, counted as datatrove does (filters/gopher_repetition_filter.py).
 *
 * @param units name of what counts as a word
 * @param unit what counts as a word
 * @param spaces whether words stand with spaces between them
 */
record GopherRepetition(String units, Function<TextView, Words> unit, boolean spaces) {
    static final GopherRepetition SPACED = new GopherRepetition("words", TextView::words, true);
    static final GopherRepetition SCRIPTS = new GopherRepetition("words", TextView::scriptRuns, false);
    static final GopherRepetition CHARACTERS = new GopherRepetition("characters", TextView::characters, false);

    /** Share of lines that stood before. */
    static Filter duplicateLines(Bounds bounds) {
        return new Measured("duplicate-lines", view -> repeated(view.lines().filled()), bounds);
    }

    /** Share of paragraphs that stood before. */
    static Filter duplicateParagraphs(Bounds bounds) {
        return new Measured(
                "duplicate-paragraphs", view -> repeated(view.lines().paragraphs()), bounds);
    }

    /** Share of the characters that stands in lines that stood before. */
    static Filter duplicateLineCharacters(Bounds bounds) {
        return new Measured(
                "duplicate-line-characters",
                view -> repeatedCharacters(view.lines().filled()),
                bounds);
    }

    /** Share of the characters that stands in paragraphs that stood before. */
    static Filter duplicateParagraphCharacters(Bounds bounds) {
        return new Measured(
                "duplicate-paragraph-characters",
                view -> repeatedCharacters(view.lines().paragraphs()),
                bounds);
    }

    /** Share of the characters that the most frequent run of so many words covers. */
    Filter topWords(int length, Bounds bounds) {
        return new Measured(
                "top-" + length + "-" + units,
                view -> Measured.share(
                        unit.apply(view).topRun(length, spaces), view.text().length()),
                bounds);
    }

    /** Share of the characters that stands in runs of so many words that stood before. */
    Filter repeatedWords(int length, Bounds bounds) {
        return new Measured(
                "repeated-" + length + "-" + units,
                view -> Measured.share(
                        unit.apply(view).repeatedRuns(length), view.text().length()),
                bounds);
    }

    private static double repeated(List<String> parts) {
        return Measured.share(parts.size() - new HashSet<>(parts).size(), parts.size());
    }

    private static double repeatedCharacters(List<String> parts) {
        Set<String> seen = new HashSet<>();
        long all = 0;
        long again = 0;
        for (String part : parts) {
            all += part.length();
            again += seen.add(part) ? 0 : part.length();
        }
        return Measured.share(again, all);
    }
}
