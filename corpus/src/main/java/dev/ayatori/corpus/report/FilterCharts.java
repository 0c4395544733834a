package dev.ayatori.corpus.report;

import java.util.List;

/** What filters measured: a histogram for each, those first that removed most. */
final class FilterCharts {
    private final CorpusReport report;
    private final RuleMeanings meanings;

    FilterCharts(CorpusReport report, RuleMeanings meanings) {
        this.report = report;
        this.meanings = meanings;
    }

    void write(Html html) {
        List<AttributeValues> removing = report.attributes().stream()
                .filter(values -> values.removedByIt() > 0)
                .toList();
        List<AttributeValues> others = report.attributes().stream()
                .filter(values -> values.removedByIt() == 0)
                .toList();
        html.raw("<section><h2>What the filters measured</h2><p class=\"legend\"><i class=\"kept\"></i> kept, upwards"
                + " <i class=\"by-it\"></i> removed by this filter and <i class=\"by-others\"></i> by other rules,"
                + " downwards on a scale of its own. The dashed line is the threshold; what lies in the shade goes."
                + " At the left the documents of the longest bars, on scales of square roots."
                + "</p><div class=\"grid\">");
        removing.forEach(values -> figure(html, values));
        html.raw("</div>");
        if (!others.isEmpty()) {
            html.add("<details><summary>%,d filters that removed nothing</summary><div class=\"grid\">", others.size());
            others.forEach(values -> figure(html, values));
            html.raw("</div></details>");
        }
        html.raw("</section>");
    }

    private void figure(Html html, AttributeValues values) {
        AttributeValues.Counts total = values.total();
        html.add(
                "<figure><figcaption><b>%s</b> <span class=\"tag\">%s</span>"
                        + "<span class=\"meaning\">%s</span></figcaption>",
                values.key().filter(),
                values.key().language(),
                meanings.of(values.key().filter()));
        new Histogram(values).write(html);
        html.add(
                "<p class=\"small\">should be <b class=\"bound\">%s</b>: %,d kept, <b class=\"red\">%,d removed</b>,"
                        + " %,d by others</p></figure>",
                Figures.bounds(values.key().bounds().text()), total.kept(), total.byIt(), total.byOthers());
    }
}
