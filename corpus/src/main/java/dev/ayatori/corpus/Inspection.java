package dev.ayatori.corpus;

import dev.ayatori.corpus.CorpusStatistics.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The funnel of a corpus with samples of what each rule removed; ids are hashes, so the first ones are a fair sample. */
public record Inspection(CorpusStatistics statistics, List<Sample> samples) {
    private static final int EXCERPT = 120;

    /** A removed document and the beginning of its text. */
    public record Sample(String rule, String value, String threshold, String id, String uri, String excerpt) {}

    /** Looks at a corpus and takes so many samples of each rule. */
    public static Inspection of(Corpus corpus, int samplesPerRule) {
        var samples = new TreeMap<String, List<Sample>>();
        try (Stream<Removal> removed = corpus.removed()) {
            removed.forEachOrdered(removal -> {
                List<Sample> ofRule = samples.computeIfAbsent(removal.rule(), rule -> new ArrayList<>());
                if (ofRule.size() < samplesPerRule) {
                    ofRule.add(sample(removal));
                }
            });
        }
        return new Inspection(
                corpus.statistics(),
                samples.values().stream().flatMap(List::stream).toList());
    }

    private static Sample sample(Removal removal) {
        Document document = removal.document();
        String flat = document.text().replaceAll("\\s+", " ");
        int end = flat.offsetByCodePoints(0, Math.min(EXCERPT, flat.codePointCount(0, flat.length())));
        return new Sample(
                removal.rule(),
                removal.value(),
                removal.threshold(),
                document.id(),
                document.uri(),
                flat.substring(0, end));
    }

    /** The inspection as tables of text for people. */
    public String text() {
        StringBuilder out = new StringBuilder();
        flows(out, "collection", statistics.collections());
        flows(out, "language", statistics.languages());
        tallies(out, "removed by", statistics.removed());
        var splits = new TreeMap<String, Tally>();
        statistics
                .splits()
                .forEach((language, parts) ->
                        parts.forEach((split, tally) -> splits.put(language + " " + split, tally)));
        tallies(out, "split", splits);
        personal(out);
        cuts(out);
        line(
                out,
                "%,d pages could not be read; %,d clusters, the largest of %,d documents (%s)",
                statistics.quarantined(),
                statistics.clusters().count(),
                statistics.clusters().largest(),
                statistics.clusters().largestId());
        samples.forEach(sample -> line(
                out,
                "%n%s %s (%s)  %s  %s%n    %s",
                sample.rule(),
                sample.value(),
                sample.threshold(),
                sample.id(),
                sample.uri(),
                sample.excerpt()));
        return out.toString();
    }

    private void flows(StringBuilder out, String what, SortedMap<String, Flow> flows) {
        line(out, "%-28s %10s %14s %10s %14s", what, "read", "bytes", "kept", "bytes");
        flows.forEach((name, flow) -> flow(out, name, flow));
        flow(out, "all", new Flow(statistics.read(), statistics.kept()));
        out.append('\n');
    }

    private static void flow(StringBuilder out, String name, Flow flow) {
        line(
                out,
                "%-28s %,10d %,14d %,10d %,14d",
                name,
                flow.read().documents(),
                flow.read().bytes(),
                flow.kept().documents(),
                flow.kept().bytes());
    }

    private void personal(StringBuilder out) {
        if (!statistics.personal().isEmpty()) {
            line(out, "%-28s %10s %14s", "personal data", "documents", "findings");
            statistics
                    .personal()
                    .forEach(
                            (kind, found) -> line(out, "%-28s %,10d %,14d", kind, found.documents(), found.findings()));
            out.append('\n');
        }
    }

    private void cuts(StringBuilder out) {
        if (!statistics.cuts().isEmpty()) {
            line(out, "%-28s %10s %14s %14s", "cut as copies", "documents", "places", "characters");
            statistics
                    .cuts()
                    .forEach((why, taken) -> line(
                            out, "%-28s %,10d %,14d %,14d", why, taken.documents(), taken.cuts(), taken.characters()));
            out.append('\n');
        }
    }

    private static void tallies(StringBuilder out, String what, Map<String, Tally> tallies) {
        line(out, "%-28s %10s %14s", what, "documents", "bytes");
        tallies.forEach((name, tally) -> line(out, "%-28s %,10d %,14d", name, tally.documents(), tally.bytes()));
        out.append('\n');
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
