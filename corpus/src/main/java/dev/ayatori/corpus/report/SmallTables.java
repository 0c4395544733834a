package dev.ayatori.corpus.report;

import dev.ayatori.corpus.CorpusStatistics;
import java.util.Map;
import java.util.TreeMap;

/** What else there is to tell of a corpus: copies, splits, personal data, cuts, repeated lines, what could not be read. */
final class SmallTables {
    private static final int FIRST = 12;

    private final CorpusReport report;
    private final CorpusStatistics statistics;
    private final RuleMeanings meanings;
    private final Html html = new Html();

    SmallTables(CorpusReport report, RuleMeanings meanings) {
        this.report = report;
        this.statistics = report.statistics();
        this.meanings = meanings;
    }

    void write(Html page) {
        html.raw("<div class=\"pair\">");
        copies();
        splits();
        html.raw("</div>");
        personal();
        cuts();
        repeatedLines();
        quarantine();
        page.raw(html.toString());
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
                        + "<thead><tr><th>it stands for</th><th class=\"n\">kept documents</th><th class=\"wide\">on a"
                        + " logarithmic scale</th></tr></thead><tbody>",
                related(statistics.clusters()));
        sizes.forEach((size, documents) -> html.add(
                "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"wide\"><span class=\"bar\">"
                        + "<i class=\"kept\" style=\"width:%.2f%%\"></i></span></td></tr>",
                size == 1
                        ? "only itself"
                        : size == 2 ? "2 or 3" : Figures.count(size) + " to " + Figures.count(2 * size - 1),
                documents,
                // the many single ones would hide all others
                100 * StrictMath.log1p(documents) / StrictMath.log1p(most)));
        html.raw("</tbody></table></section>");
    }

    private static String related(CorpusStatistics.Clusters clusters) {
        return clusters.related() == 0
                ? "No kept document is related to another."
                : "%,d kept documents are related to others; the largest of %,d clusters holds %,d."
                        .formatted(clusters.related(), clusters.count(), clusters.largest());
    }

    private void splits() {
        html.raw(
                "<section><h2>Training and validation</h2><table><thead><tr><th>language</th><th>split</th><th class=\"n\">documents"
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
            html.raw("<section><h2>Lines taken out because they repeat</h2><table><thead><tr><th>source</th>"
                    + "<th class=\"n\">times</th><th>line</th></tr></thead><tbody>");
            statistics
                    .repeatedLines()
                    .forEach((collection, lines) -> lines.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .limit(FIRST)
                            .forEach(line -> {
                                html.add(
                                        "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td class=\"text\">",
                                        collection, line.getValue());
                                Excerpt.write(html, line.getKey());
                                html.raw("</td></tr>");
                            }));
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
            report.quarantine().stream().limit(FIRST).forEach(reason -> {
                html.raw("<tr><td class=\"text\">");
                Excerpt.write(html, reason.reason());
                html.add(
                        "</td><td class=\"n\">%,d</td><td class=\"uri\">%s, byte %,d</td></tr>",
                        reason.pages(),
                        reason.example().file(),
                        reason.example().offset());
            });
            html.raw("</tbody></table>");
        }
        html.raw("</section>");
    }
}
