package dev.ayatori.corpus.report;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import java.util.List;

/** Removed documents of every rule, with the value that decided and what it should have been. */
final class RemovedSamples {
    /** Rules whose examples show at once. */
    private static final int OPEN = 3;

    private final CorpusReport report;
    private final RuleMeanings meanings;
    private int opened;

    RemovedSamples(CorpusReport report, RuleMeanings meanings) {
        this.report = report;
        this.meanings = meanings;
    }

    void write(Html html) {
        html.raw(
                "<section><h2>What was removed, by rule</h2><p class=\"legend\">The first by id, which is a fair sample:"
                        + " ids are hashes. <mark>Marked</mark> is what the rule counted, or where it looked.</p>");
        report.statistics().removed().entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().documents(), a.getValue().documents()))
                .forEach(rule -> rule(html, rule.getKey(), rule.getValue()));
        html.raw("<p class=\"small\"><code>ayatori corpus why ID</code> tells the whole story of one.</p></section>");
    }

    private void rule(Html html, String rule, Tally tally) {
        html.add(
                "<details class=\"rule\"%s><summary><b>%s</b> <span class=\"meaning\">%s</span>"
                        + "<span class=\"n\">%,d documents, %s</span></summary><ol>",
                opened++ < OPEN ? " open" : "",
                rule,
                meanings.of(rule),
                tally.documents(),
                Figures.bytes(tally.bytes()));
        report.samples().getOrDefault(rule, List.of()).forEach(sample -> sample(html, sample));
        html.raw("</ol></details>");
    }

    private static void sample(Html html, CorpusReport.Sample sample) {
        Removal removal = sample.removal();
        Document document = removal.document();
        html.add(
                "<li><p class=\"small\"><b class=\"red\">%s</b> should be %s <span class=\"tag\">%s</span>"
                        + " <span class=\"tag\">%s</span> <code>%s</code></p>",
                removal.value(),
                Figures.bounds(removal.threshold()),
                document.collection(),
                document.language(),
                document.id());
        if (!removal.duplicateOf().isEmpty()) {
            html.add("<p class=\"small\">kept instead: <code>%s</code></p>", removal.duplicateOf());
        }
        html.add("<p class=\"small uri\">%s</p><p class=\"text\">", document.uri());
        Excerpt.write(html, document.text(), sample.passages());
        html.raw("</p></li>");
    }
}
