package dev.ayatori.corpus.report;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.CorpusStatistics.Flow;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page of a {@link CorpusReport}: nothing on it is fetched, nothing on it runs. */
public final class ReportPage {
    private static final int EXCERPT = 320;
    private static final int FIRST = 12;
    /** Rules whose examples show at once. */
    private static final int OPEN = 3;

    private final CorpusReport report;
    private final CorpusStatistics statistics;
    private final RuleMeanings meanings = new RuleMeanings();
    private final Html html = new Html();
    private int opened;

    private ReportPage(CorpusReport report) {
        this.report = report;
        this.statistics = report.statistics();
    }

    /** The whole page as HTML. */
    public static String of(CorpusReport report, String title) {
        return new ReportPage(report).page(title);
    }

    private String page(String title) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\""
                        + " content=\"light dark\">")
                .add("<title>%s</title><style>", title + ": the corpus")
                .raw(style())
                .raw("</style></head><body><main>");
        head(title);
        new FunnelChart(statistics, meanings).write(html);
        flows();
        attributes();
        samples();
        more();
        html.add("<footer>Content hash %s</footer></main></body></html>\n", report.contentHash());
        return html.toString();
    }

    private void head(String title) {
        Tally read = statistics.read();
        Tally kept = statistics.kept();
        html.add("<header><h1>%s</h1>", title);
        html.add(
                "<p class=\"lead\"><b>%s</b> of %,d documents stayed: %,d with %s of %s. %,d rules removed %,d;"
                        + " %,d could not be read.</p>",
                Figures.percent(kept.documents(), read.documents()),
                read.documents(),
                kept.documents(),
                Figures.bytes(kept.bytes()),
                Figures.bytes(read.bytes()),
                statistics.removed().size(),
                read.documents() - kept.documents(),
                statistics.quarantined());
        html.raw("</header>");
    }

    private void flows() {
        html.raw("<div class=\"pair\">");
        flow("Sources", statistics.collections());
        flow("Languages", statistics.languages());
        html.raw("</div>");
    }

    private void flow(String heading, SortedMap<String, Flow> flows) {
        long most = flows.values().stream()
                .mapToLong(flow -> flow.read().bytes())
                .max()
                .orElse(1);
        html.add(
                "<section><h2>%s</h2><table><thead><tr><th>%s</th><th class=\"n\">read</th><th class=\"n\">kept</th>"
                        + "<th class=\"n\">bytes kept</th><th></th></tr></thead><tbody>",
                heading, "");
        flows.entrySet().stream()
                .sorted((a, b) -> Long.compare(
                        b.getValue().read().bytes(), a.getValue().read().bytes()))
                .forEach(flow -> flowRow(flow.getKey(), flow.getValue(), most));
        html.raw("</tbody></table></section>");
    }

    private void flowRow(String name, Flow flow, long most) {
        Tally read = flow.read();
        Tally kept = flow.kept();
        double whole = 100.0 * read.bytes() / Math.max(1, most);
        double stayed = 100.0 * kept.bytes() / Math.max(1, most);
        html.add(
                "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%s</td>",
                name, read.documents(), kept.documents(), Figures.percent(kept.bytes(), read.bytes()));
        html.add(
                "<td class=\"wide\" title=\"%s of %s\"><span class=\"bar\"><i class=\"kept\" style=\"width:%.2f%%\"></i>"
                        + "<i class=\"gone\" style=\"width:%.2f%%\"></i></span></td></tr>",
                Figures.bytes(kept.bytes()), Figures.bytes(read.bytes()), stayed, whole - stayed);
    }

    private void attributes() {
        List<AttributeValues> removing = report.attributes().stream()
                .filter(values -> values.removedByIt() > 0)
                .toList();
        List<AttributeValues> others = report.attributes().stream()
                .filter(values -> values.removedByIt() == 0)
                .toList();
        html.raw("<section><h2>What the filters measured</h2><p class=\"legend\"><i class=\"kept\"></i> kept, upwards"
                + " <i class=\"by-it\"></i> removed by this filter and <i class=\"by-others\"></i> by other rules,"
                + " downwards on a scale of its own. The dashed line is the threshold; what lies in the shade goes."
                + " Heights are square roots of counts."
                + "</p><div class=\"grid\">");
        removing.forEach(this::attribute);
        html.raw("</div>");
        if (!others.isEmpty()) {
            html.add("<details><summary>%,d filters that removed nothing</summary><div class=\"grid\">", others.size());
            others.forEach(this::attribute);
            html.raw("</div></details>");
        }
        html.raw("</section>");
    }

    private void attribute(AttributeValues values) {
        AttributeValues.Counts total = values.total();
        html.add(
                "<figure><figcaption><b>%s</b> <span class=\"tag\">%s</span> <span class=\"bound\">%s</span>"
                        + "<span class=\"meaning\">%s</span></figcaption>",
                values.key().filter(),
                values.key().language(),
                values.key().bounds().text(),
                meanings.of(values.key().filter()));
        new Histogram(values).write(html);
        html.add(
                "<p class=\"small\">%,d kept, <b class=\"red\">%,d removed</b>, %,d by others</p></figure>",
                total.kept(), total.byIt(), total.byOthers());
    }

    private void samples() {
        html.raw(
                "<section><h2>What was removed, by rule</h2><p class=\"legend\">The first by id, which is a fair sample:"
                        + " ids are hashes. <code>ayatori corpus why ID</code> tells the whole story of one.</p>");
        statistics.removed().entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().documents(), a.getValue().documents()))
                .forEach(rule -> rule(rule.getKey(), rule.getValue()));
        html.raw("</section>");
    }

    private void rule(String rule, Tally tally) {
        html.add(
                "<details class=\"rule\"%s><summary><b>%s</b> <span class=\"meaning\">%s</span>"
                        + "<span class=\"n\">%,d documents, %s</span></summary><ol>",
                opened++ < OPEN ? " open" : "",
                rule,
                meanings.of(rule),
                tally.documents(),
                Figures.bytes(tally.bytes()));
        report.samples().getOrDefault(rule, List.of()).forEach(this::sample);
        html.raw("</ol></details>");
    }

    private void sample(Removal removal) {
        Document document = removal.document();
        html.add(
                "<li><p class=\"small\"><code>%s</code> <span class=\"tag\">%s</span> <span class=\"tag\">%s</span>"
                        + " <b class=\"red\">%s</b> should be %s</p>",
                document.id(), document.collection(), document.language(), removal.value(), removal.threshold());
        if (!removal.duplicateOf().isEmpty()) {
            html.add("<p class=\"small\">kept instead: <code>%s</code></p>", removal.duplicateOf());
        }
        html.add(
                "<p class=\"small uri\">%s</p><p class=\"text\">%s</p></li>", document.uri(), excerpt(document.text()));
    }

    private static String excerpt(String text) {
        String begin = text.substring(0, Math.min(text.length(), 8 * EXCERPT));
        String flat = begin.replaceAll("\\s+", " ").strip();
        int length = flat.codePointCount(0, flat.length());
        String cut = flat.substring(0, flat.offsetByCodePoints(0, Math.min(EXCERPT, length)));
        return cut.length() < flat.length() || begin.length() < text.length() ? cut + " …" : cut;
    }

    private void more() {
        html.raw("<div class=\"pair\">");
        copies();
        splits();
        html.raw("</div>");
        personal();
        cuts();
        repeatedLines();
        quarantine();
    }

    private void personal() {
        if (!statistics.personal().isEmpty()) {
            html.raw("<section><h2>Personal data in kept documents</h2><table><thead><tr><th>kind</th>"
                    + "<th class=\"n\">found</th><th class=\"n\">in documents</th></tr></thead><tbody>");
            statistics
                    .personal()
                    .forEach((kind, found) -> html.add(
                            "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>",
                            meanings.of("personal." + kind), found.findings(), found.documents()));
            html.raw("</tbody></table></section>");
        }
    }

    private void copies() {
        var sizes = new TreeMap<Long, Long>();
        report.copies().forEach((size, documents) -> sizes.merge(Long.highestOneBit(size), documents, Long::sum));
        long most = sizes.values().stream().mapToLong(Long::longValue).max().orElse(1);
        html.add(
                "<section><h2>Copies</h2><p class=\"legend\">How many documents each kept one stands for. %s</p><table>"
                        + "<tbody>",
                related(statistics.clusters()));
        sizes.forEach((size, documents) -> html.add(
                "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"wide\"><span class=\"bar\">"
                        + "<i class=\"kept\" style=\"width:%.2f%%\"></i></span></td></tr>",
                size == 1 ? "only itself" : size == 2 ? "2 or 3" : size + " to " + (2 * size - 1),
                documents,
                // the many single ones would hide all others
                100 * StrictMath.log1p(documents) / StrictMath.log1p(most)));
        html.raw("</tbody></table><p class=\"small\">Bars on a logarithmic scale.</p></section>");
    }

    private static String related(CorpusStatistics.Clusters clusters) {
        return clusters.related() == 0
                ? "No kept document is related to another."
                : "%,d kept documents are related to others; the largest of %,d clusters holds %,d."
                        .formatted(clusters.related(), clusters.count(), clusters.largest());
    }

    private void splits() {
        html.raw(
                "<section><h2>Training and validation</h2><table><thead><tr><th></th><th></th><th class=\"n\">documents"
                        + "</th><th class=\"n\">bytes</th></tr></thead><tbody>");
        statistics
                .splits()
                .forEach((language, parts) -> parts.forEach((split, tally) -> html.add(
                        "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"n\">%,d</td><td class=\"n\">%s</td></tr>",
                        language, split, tally.documents(), Figures.bytes(tally.bytes()))));
        html.raw("</tbody></table></section>");
    }

    private void cuts() {
        if (!statistics.cuts().isEmpty()) {
            html.raw("<section><h2>Copies cut out of documents</h2><table><thead><tr><th>copies of</th>"
                    + "<th class=\"n\">cuts</th><th class=\"n\">characters</th><th class=\"n\">in documents</th></tr>"
                    + "</thead><tbody>");
            statistics
                    .cuts()
                    .forEach((copyOf, taken) -> html.add(
                            "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"n\">%,d</td>"
                                    + "<td class=\"n\">%,d</td></tr>",
                            copyOf, taken.cuts(), taken.characters(), taken.documents()));
            html.raw("</tbody></table></section>");
        }
    }

    private void repeatedLines() {
        boolean any = statistics.repeatedLines().values().stream().anyMatch(lines -> !lines.isEmpty());
        if (any) {
            html.raw("<section><h2>Lines taken out because they repeat</h2><table><tbody>");
            statistics
                    .repeatedLines()
                    .forEach((collection, lines) -> lines.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .limit(FIRST)
                            .forEach(line -> html.add(
                                    "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"text\">%s</td></tr>",
                                    collection, line.getValue(), excerpt(line.getKey()))));
            html.raw("</tbody></table></section>");
        }
    }

    private void quarantine() {
        html.add(
                "<section><h2>Quarantine</h2><p class=\"legend\">%,d pages could not be read.</p>",
                statistics.quarantined());
        if (!report.quarantine().isEmpty()) {
            html.raw(
                    "<table><thead><tr><th>why</th><th class=\"n\">pages</th><th>for example</th></tr></thead><tbody>");
            report.quarantine().stream()
                    .limit(FIRST)
                    .forEach(reason -> html.add(
                            "<tr><td class=\"text\">%s</td><td class=\"n\">%,d</td><td class=\"uri\">%s, byte %,d</td></tr>",
                            excerpt(reason.reason()),
                            reason.pages(),
                            reason.example().file(),
                            reason.example().offset()));
            html.raw("</tbody></table>");
        }
        html.raw("</section>");
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
