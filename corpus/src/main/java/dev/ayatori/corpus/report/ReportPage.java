package dev.ayatori.corpus.report;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.CorpusStatistics.Flow;
import dev.ayatori.corpus.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a {@link CorpusReport}: nothing on it is fetched, nothing on it runs. */
public final class ReportPage {
    /** Rules that are named first. */
    private static final int NAMED = 3;

    private final CorpusReport report;
    private final CorpusStatistics statistics;
    private final Html html = new Html();

    private ReportPage(CorpusReport report) {
        this.report = report;
        this.statistics = report.statistics();
    }

    /** The whole page as HTML. */
    public static String of(CorpusReport report, String title) {
        return new ReportPage(report).page(title);
    }

    private String page(String title) {
        RuleMeanings meanings = new RuleMeanings();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\""
                        + " content=\"light dark\">")
                .add("<title>%s</title><style>", title + ": the corpus")
                .raw(style())
                .raw("</style></head><body><main>");
        head(title);
        new FunnelChart(report, meanings).write(html);
        flow("Source", statistics.collections(), report.droppedBy().collections());
        flow("Language", statistics.languages(), report.droppedBy().languages());
        new FilterCharts(report, meanings).write(html);
        new RemovedSamples(report, meanings).write(html);
        new SmallTables(report, meanings).write(html);
        html.add("<footer>Content hash %s</footer></main></body></html>\n", report.contentHash());
        return html.toString();
    }

    private void head(String title) {
        Tally read = statistics.read();
        Tally kept = statistics.kept();
        long dropped = read.documents() - kept.documents();
        html.add("<header><h1>%s</h1>", title);
        html.add(
                "<p class=\"lead\"><b class=\"red\">%s dropped</b>, <b>%s kept</b> of %,d documents that were read:"
                        + " %s of %s stayed.</p>",
                Figures.percent(dropped, read.documents()),
                Figures.percent(kept.documents(), read.documents()),
                read.documents(),
                Figures.bytes(kept.bytes()),
                Figures.bytes(read.bytes()));
        html.raw("<p class=\"lead\">");
        if (dropped > 0) {
            html.add("Of the %,d dropped, ", dropped);
            html.raw(mostRemoving()
                    .limit(NAMED)
                    .map(rule -> reason(rule, dropped))
                    .collect(Collectors.joining(", ")));
            html.raw(". ");
        }
        html.raw(
                statistics.quarantined() == 0
                        ? "Every page could be read."
                        : new Html()
                                .add("%,d pages more could not be read.", statistics.quarantined())
                                .toString());
        html.raw("</p></header>");
    }

    private Stream<Map.Entry<String, Tally>> mostRemoving() {
        return statistics.removed().entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().documents(), a.getValue().documents()));
    }

    private static String reason(Map.Entry<String, Tally> rule, long dropped) {
        return new Html()
                .add(
                        "%s by <b class=\"rule\">%s</b>",
                        Figures.percent(rule.getValue().documents(), dropped), rule.getKey())
                .toString();
    }

    private void flow(
            String heading, SortedMap<String, Flow> flows, SortedMap<String, SortedMap<String, Long>> droppedBy) {
        long most = flows.values().stream()
                .mapToLong(flow -> flow.read().bytes())
                .max()
                .orElse(1);
        html.add(
                "<section><h2>%s</h2><table><thead><tr><th>%s, and what dropped most of it</th>"
                        + "<th class=\"n\">read</th><th class=\"n\">kept</th><th class=\"n\">of bytes</th>"
                        + "<th class=\"n bytes\">bytes kept</th><th class=\"wide\">bytes</th></tr></thead><tbody>",
                heading + "s", heading);
        flows.entrySet().stream()
                .sorted((a, b) -> Long.compare(
                        b.getValue().read().bytes(), a.getValue().read().bytes()))
                .forEach(flow ->
                        flowRow(flow, most, droppedBy.getOrDefault(flow.getKey(), Collections.emptySortedMap())));
        html.raw("</tbody></table></section>");
    }

    private void flowRow(Map.Entry<String, Flow> flow, long most, SortedMap<String, Long> droppedBy) {
        Tally read = flow.getValue().read();
        Tally kept = flow.getValue().kept();
        double whole = 100.0 * read.bytes() / Math.max(1, most);
        double stayed = 100.0 * kept.bytes() / Math.max(1, most);
        html.add(
                "<tr><th scope=\"row\">%s<span>%s</span></th><td class=\"n\">%,d</td><td class=\"n\">%,d</td>"
                        + "<td class=\"n\">%s</td><td class=\"n bytes\">%s</td>",
                flow.getKey(),
                told(droppedBy),
                read.documents(),
                kept.documents(),
                Figures.percent(kept.bytes(), read.bytes()),
                Figures.bytes(kept.bytes()));
        html.add(
                "<td class=\"wide\"><span class=\"bar\"><i class=\"kept\" style=\"width:%.2f%%\"></i>"
                        + "<i class=\"gone\" style=\"width:%.2f%%\"></i></span></td></tr>",
                stayed, whole - stayed);
    }

    private static String told(SortedMap<String, Long> droppedBy) {
        String most = droppedBy.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(NAMED)
                .map(rule -> "%s %s".formatted(rule.getKey(), Figures.count(rule.getValue())))
                .collect(Collectors.joining(", "));
        return droppedBy.size() > NAMED ? most + ", and %d rules more".formatted(droppedBy.size() - NAMED) : most;
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not beside ReportPage");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
