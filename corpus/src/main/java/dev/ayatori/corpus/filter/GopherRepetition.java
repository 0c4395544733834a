package dev.ayatori.corpus.filter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Repetition rules of Rae et al. (2021), "Scaling Language Models: Methods, Analysis &amp; Insights from Training
 * Gopher", table A1.
 *
 * <p>Lines and paragraphs need no words and serve every language; the n-grams are of words and serve languages that
 * write spaces.
 */
final class GopherRepetition {
    private GopherRepetition() {}

    /** Share of lines that stood before. */
    static Filter duplicateLines(Bounds bounds) {
        return new Measured("duplicate-lines", text -> repeated(text.lines()), bounds);
    }

    /** Share of paragraphs that stood before. */
    static Filter duplicateParagraphs(Bounds bounds) {
        return new Measured("duplicate-paragraphs", text -> repeated(text.paragraphs()), bounds);
    }

    /** Share of the characters that stands in lines that stood before. */
    static Filter duplicateLineCharacters(Bounds bounds) {
        return new Measured("duplicate-line-characters", text -> repeatedCharacters(text.lines()), bounds);
    }

    /** Share of the characters that the most frequent run of so many words covers. */
    static Filter topWords(int length, Bounds bounds) {
        return new Measured("top-" + length + "-words", text -> top(text.words(), length), bounds);
    }

    private static double repeated(List<String> parts) {
        return Measured.share(parts.size() - Set.copyOf(parts).size(), parts.size());
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

    private static double top(List<String> words, int length) {
        Map<String, Integer> counts = new HashMap<>();
        long best = 0;
        for (int i = 0; i + length <= words.size(); i++) {
            String gram = String.join(" ", words.subList(i, i + length));
            int count = counts.merge(gram, 1, Integer::sum);
            if (count > 1) {
                best = Math.max(best, (long) count * gram.length());
            }
        }
        long all = words.stream().mapToLong(word -> word.length() + 1L).sum();
        return Measured.share(best, all);
    }
}
