package dev.ayatori.search;

import dev.ayatori.search.suffix.CharacterCounts;
import dev.ayatori.search.suffix.SuffixArray;
import dev.ayatori.search.suffix.Utf8;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the maximal spans of an answer that stand in the corpus: the longest match from every start whose end goes
 * beyond all earlier ones, ranked by how unlikely its characters are.
 *
 * <p>Jiacheng Liu et al.: OLMoTrace: Tracing Language Model Outputs Back to Trillions of Training Tokens. arXiv
 * 2504.07096, 2025. There over tokens, here over characters, so that no tokenizer decides what can be found.
 */
final class Tracer {
    private final SuffixArray suffixes;
    private final CharacterCounts characters;

    Tracer(SuffixArray suffixes, CharacterCounts characters) {
        this.suffixes = suffixes;
        this.characters = characters;
    }

    /** A maximal span in chars, and how often chance alone would put it into the corpus. */
    record Span(int from, int to, double expected) {
        private static final Comparator<Span> LEAST_LIKELY_FIRST =
                Comparator.comparingDouble(Span::expected).thenComparingInt(Span::from);
    }

    /** The spans that the settings let through, the least likely first. */
    List<Span> spans(String answer, TraceSettings settings) {
        Borders borders = new Borders(answer);
        return maximal(borders, Utf8.ofQuery(answer)).stream()
                .filter(place -> place.end() - place.start() >= settings.minimalCharacters())
                .map(place -> span(answer, borders.charOffset(place.start()), borders.charOffset(place.end())))
                .filter(span -> span.expected() <= settings.maximalExpected())
                .sorted(Span.LEAST_LIKELY_FIRST)
                .limit(settings.maximalSpans())
                .toList();
    }

    private Span span(String answer, int from, int to) {
        return new Span(from, to, characters.expected(answer.substring(from, to)));
    }

    /** The code points [start, end) of an answer. */
    private record Place(int start, int end) {}

    private List<Place> maximal(Borders borders, byte[] bytes) {
        List<Place> places = new ArrayList<>();
        int reached = 0;
        for (int start = 0; start < borders.size(); start++) {
            if (borders.canStart(start)) {
                int end = longestMatch(borders, bytes, start, reached);
                if (end > reached) {
                    places.add(new Place(start, end));
                    reached = end;
                }
            }
        }
        return places;
    }

    /** The end of the longest span from {@code start} that stands in the corpus, or 0 when none goes beyond {@code reached}. */
    private int longestMatch(Borders borders, byte[] bytes, int start, int reached) {
        int from = borders.byteOffset(start);
        int matched = from + suffixes.longestMatch(bytes, from, bytes.length);
        int lowest = Math.max(start, reached);
        int end = lowest;
        while (end < borders.size() && borders.byteOffset(end + 1) <= matched) {
            end++;
        }
        while (end > lowest && !borders.canEnd(end)) {
            end--;
        }
        return end > lowest ? end : 0;
    }
}
