package dev.ayatori.cli.command;

import dev.ayatori.search.Hit;
import dev.ayatori.search.IndexedDocument;
import dev.ayatori.search.TextHit;
import dev.ayatori.search.Trace;
import dev.ayatori.search.TracedDocument;
import dev.ayatori.search.TracedSpan;
import java.util.List;
import java.util.stream.Collectors;

/** What search finds, in words. */
final class SearchText {
    private static final int STEPS = 8;

    private SearchText() {}

    static String hit(Hit hit) {
        return "%s%n  ...%s[%s]%s...%n"
                .formatted(document(hit.document()), oneLine(hit.before()), oneLine(hit.match()), oneLine(hit.after()));
    }

    static String hit(TextHit hit) {
        return "%s  score %.2f%n  %s%n".formatted(document(hit.document()), hit.score(), oneLine(hit.excerpt()));
    }

    static String trace(Trace trace) {
        String spans = trace.spans().isEmpty()
                ? "no span of it stands in the corpus\n"
                : trace.spans().stream().map(SearchText::span).collect(Collectors.joining());
        return "%s%n%.0f %% of the text stands in the corpus. %s%n"
                .formatted(spans, 100 * trace.coverage(), Trace.MEANING);
    }

    private static String span(TracedSpan span) {
        String documents = span.documents().stream().map(SearchText::traced).collect(Collectors.joining());
        return "[%s] stands there %,d times%n%s".formatted(oneLine(span.text()), span.occurrences(), documents);
    }

    private static String traced(TracedDocument traced) {
        return "  %s%n    %s%n".formatted(document(traced.document()), steps(traced));
    }

    private static String steps(TracedDocument traced) {
        List<Integer> steps = traced.steps();
        if (steps.isEmpty()) {
            return traced.document().heldOut() ? "held out: training never read it" : "training did not reach it";
        }
        String first = steps.stream().limit(STEPS).map(String::valueOf).collect(Collectors.joining(", "));
        return "read at step " + first + (steps.size() > STEPS ? ", ... %d in all".formatted(steps.size()) : "");
    }

    private static String document(IndexedDocument document) {
        return "%s  %s  (%s)".formatted(document.id(), document.uri(), document.licence());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
