package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.VocabularyReport;
import dev.ayatori.tokenizer.VocabularyReport.LanguageFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports on several tokenizers as a table, for a terminal or as one page. */
record VocabularyTable(Map<String, VocabularyReport> reports) {
    private static final List<String> HEADER = List.of(
            "source",
            "tokenizer",
            "ids",
            "bytes/token",
            "chars/token",
            "tokens/word",
            "bytes only",
            "Renyi eff.",
            "tokens");

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<LanguageFigures> sources = reports.values().iterator().next().languages();
        for (int source = 0; source < sources.size(); source++) {
            for (Map.Entry<String, VocabularyReport> entry : reports.entrySet()) {
                LanguageFigures figures = entry.getValue().languages().get(source);
                rows.add(List.of(
                        figures.language(),
                        entry.getKey(),
                        String.valueOf(entry.getValue().vocabularySize()),
                        decimal(figures.bytesPerToken()),
                        decimal(figures.charactersPerToken()),
                        decimal(figures.tokensPerWord()),
                        decimal(100 * figures.byteFallbackRate()) + " %",
                        decimal(figures.renyiEfficiency()),
                        String.valueOf(figures.tokens())));
            }
        }
        return rows;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    String text() {
        List<List<String>> rows = rows();
        StringBuilder text = new StringBuilder(String.join("\t", HEADER)).append('\n');
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        reports.forEach((name, report) -> text.append("%n%s: %d pieces unused, %d used less than 5 times; longest: %s%n"
                .formatted(name, report.unused().size(), report.rare().size(), String.join(" ", report.longest()))));
        return text.toString();
    }

    String html() {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Vocabularies</title>
                <style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}
                td,th{padding:.3rem .8rem;border-bottom:1px solid #ccc;text-align:right}
                td:nth-child(-n+2),th:nth-child(-n+2){text-align:left}</style>
                <h1>Vocabularies</h1><table>
                """);
        page.append(row("th", HEADER));
        rows().forEach(row -> page.append(row("td", row)));
        page.append("</table>\n");
        reports.forEach((name, report) -> page.append("<h2>%s</h2>%n".formatted(escape(name)))
                .append(list("Longest pieces", report.longest()))
                .append(list("Unused pieces", report.unused()))
                .append(list("Pieces used less than 5 times", report.rare())));
        return page.append("</html>\n").toString();
    }

    private static String row(String cell, List<String> values) {
        return values.stream()
                .map(value -> "<%s>%s</%s>".formatted(cell, escape(value), cell))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String list(String title, List<String> pieces) {
        return "<details><summary>%s: %d</summary><p>%s</p></details>%n"
                .formatted(title, pieces.size(), escape(String.join(" ", pieces)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
