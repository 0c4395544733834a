package dev.ayatori.cli.command;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import java.util.List;
import java.util.Map;

/** The corpus in words: its funnel, and the story of one document. */
final class CorpusText {
    private static final int EXCERPT = 400;

    private CorpusText() {}

    static String funnel(CorpusStatistics statistics) {
        StringBuilder text = new StringBuilder();
        text.append(row("read", statistics.read()));
        statistics.removed().forEach((rule, tally) -> text.append(row("  removed by " + rule, tally)));
        text.append(row("kept", statistics.kept()));
        statistics.languages().forEach((language, flow) -> text.append(row("  " + language, flow.kept())));
        statistics
                .splits()
                .forEach((language, splits) ->
                        splits.forEach((split, tally) -> text.append(row("  " + language + ", " + split, tally))));
        text.append("%-40s %,12d%n".formatted("pages that could not be read", statistics.quarantined()));
        text.append("%-40s %,12d  (the largest holds %,d documents)%n"
                .formatted(
                        "clusters of related documents",
                        statistics.clusters().count(),
                        statistics.clusters().largest()));
        return text.toString();
    }

    private static String row(String what, Tally tally) {
        return "%-40s %,12d documents %,16d bytes%n".formatted(what, tally.documents(), tally.bytes());
    }

    static String story(Document document, List<Removal> removals) {
        StringBuilder text = new StringBuilder();
        line(text, "id", document.id());
        line(text, "uri", document.uri());
        line(text, "title", document.title());
        line(text, "collection", document.collection());
        line(text, "licence", document.licence());
        line(text, "date", document.date());
        line(text, "language", document.language());
        line(text, "characters", "%,d".formatted(document.text().length()));
        if (removals.isEmpty()) {
            line(text, "decision", "kept, split " + document.split().label() + ", cluster " + document.cluster());
        }
        removals.forEach(removal -> line(text, "decision", decision(removal)));
        text.append("measured:\n");
        for (Map.Entry<String, String> attribute : document.attributes().entrySet()) {
            text.append("  %-36s %s%n".formatted(attribute.getKey(), attribute.getValue()));
        }
        return text.append("text:\n")
                .append(excerpt(document.text()))
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("%-12s %s%n".formatted(name, value));
        }
    }

    private static String decision(Removal removal) {
        String why = "removed by %s: %s, allowed %s".formatted(removal.rule(), removal.value(), removal.threshold());
        return removal.duplicateOf().isEmpty() ? why : why + "; kept instead: " + removal.duplicateOf();
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + " ...";
    }
}
