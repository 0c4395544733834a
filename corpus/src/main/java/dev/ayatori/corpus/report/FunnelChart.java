package dev.ayatori.corpus.report;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The way from what was read to what stayed: each rule takes its piece off the bar above it. */
final class FunnelChart {
    private static final List<String> FIRST = List.of("takedown", "empty", "language");
    private static final int MOST_TOLD = 2;
    private static final List<String> LAST = List.of("same-url", "exact-duplicate", "near-duplicate");

    private final CorpusReport report;
    private final CorpusStatistics statistics;
    private final RuleMeanings meanings;

    FunnelChart(CorpusReport report, RuleMeanings meanings) {
        this.report = report;
        this.statistics = report.statistics();
        this.meanings = meanings;
    }

    void write(Html html) {
        html.raw(
                "<section><h2>The funnel</h2><p class=\"legend\">Each rule takes its piece off what the rules above it left."
                        + " Rules that judge one document come first, those that removed most before others, then copies.</p>"
                        + "<table class=\"funnel\"><thead><tr><th>rule, and what it looks at</th><th class=\"n\">should be</th>"
                        + "<th class=\"n\">documents</th><th class=\"n\">of read</th>"
                        + "<th class=\"n bytes\">bytes</th><th class=\"wide\">documents</th></tr></thead><tbody>");
        long read = Math.max(1, statistics.read().documents());
        row(html, "read", "total", statistics.read(), new double[] {0, 0, 100});
        long left = statistics.read().documents();
        for (String rule : rules()) {
            Tally gone = statistics.removed().getOrDefault(rule, Tally.NONE);
            double after = 100.0 * (left - gone.documents()) / read;
            row(html, rule, "minus", gone, new double[] {after, 100.0 * gone.documents() / read, 0});
            left -= gone.documents();
        }
        row(html, "kept", "total", statistics.kept(), new double[] {
            100.0 * statistics.kept().documents() / read, 0, 0
        });
        html.raw("</tbody></table></section>");
    }

    /** In the order of the build: single documents, the largest piece first, then duplicates. */
    private List<String> rules() {
        List<String> rules = new ArrayList<>(FIRST);
        statistics.removed().entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().documents(), a.getValue().documents()))
                .map(Map.Entry::getKey)
                .filter(rule -> !FIRST.contains(rule) && !LAST.contains(rule))
                .forEach(rules::add);
        rules.addAll(LAST);
        rules.removeIf(rule -> !statistics.removed().containsKey(rule));
        return rules;
    }

    /** Of a filter its bounds, which may differ by language; of other rules what they wrote down. */
    private String thresholds(String rule) {
        var bounds = new TreeMap<String, String>();
        report.attributes().stream()
                .filter(values -> values.removedByIt() > 0)
                .map(AttributeValues::key)
                .filter(key -> key.filter().equals(rule))
                .forEach(key -> bounds.merge(key.bounds().text(), key.language(), (a, b) -> a + ", " + b));
        List<String> told = report.samples().getOrDefault(rule, List.of()).stream()
                .map(sample -> sample.removal().threshold())
                .filter(threshold -> !threshold.isEmpty())
                .distinct()
                .limit(MOST_TOLD)
                .toList();
        return Figures.bounds(
                bounds.size() > 1
                        ? bounds.entrySet().stream()
                                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                .collect(Collectors.joining(", "))
                        : String.join(" or ", bounds.isEmpty() ? told : bounds.keySet()));
    }

    private void row(Html html, String name, String kind, Tally tally, double[] widths) {
        html.add(
                "<tr class=\"%s\"><th scope=\"row\">%s<span>%s</span></th><td class=\"n bound\">%s</td><td class=\"n removed\">%s%,d</td><td class=\"n\">%s</td>"
                        + "<td class=\"n bytes\">%s</td>",
                kind,
                name,
                meanings.of(name),
                thresholds(name),
                kind.equals("minus") ? "− " : "",
                tally.documents(),
                Figures.percent(tally.documents(), statistics.read().documents()),
                Figures.bytes(tally.bytes()));
        html.raw("<td class=\"wide\"><span class=\"bar\">");
        String[] kinds = {"kept", "by-it", "gone"};
        for (int i = 0; i < kinds.length; i++) {
            if (widths[i] > 0) {
                html.add("<i class=\"%s\" style=\"width:%.3f%%\"></i>", kinds[i], widths[i]);
            }
        }
        html.raw("</span></td></tr>");
    }
}
