package dev.ayatori.evaluate;

import dev.ayatori.evaluate.task.ChoiceResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The scores as one self-contained page for people: bars with intervals, tables, a few items with their answers. */
record HtmlReport(List<Score> scores, ChoiceResults choices, EvaluateSettings settings) {

    private static final int SHOWN_ITEMS = 12;

    String html() {
        return format("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Evaluation</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <h1>Evaluation</h1>
                <p class="soft">Every score with its 95 %% interval.</p>
                %s%s%s%s</main>
                </body>
                </html>
                """, style(), validation(), choice(), differences(), samples());
    }

    private String validation() {
        Score sample = scores.stream().filter(named("sample-bytes")).findFirst().orElseThrow();
        return format(
                """
                <h2>Bits per byte on validation documents</h2>
                <p>How many bits a model needs for each UTF-8 byte of documents it has never read: fewer is better. Scored:
                %,d documents, %,d bytes. The baselines are trained on the same tokens as the models. Intervals: bootstrap
                over documents, %,d resamples.</p>
                %s""",
                sample.n(), (long) sample.value(), settings.bootstrapSamples(), charts("bits-per-byte", "validation"));
    }

    private String choice() {
        return format("""
                <h2>Which of four summaries belongs to this class?</h2>
                <p>The wrong answers are summaries of other classes of the same package. The packages were held out of
                tuning. A model chooses the answer whose probability the question raises most (domain conditional mutual
                information). Intervals: Wilson. “choice-unread”: only documents that pre-training never read.</p>
                %s%s""", charts("accuracy", "choice"), charts("accuracy", "choice-unread"));
    }

    private String charts(String name, String task) {
        List<Score> shown = scores.stream()
                .filter(named(name).and(score -> score.task().equals(task)))
                .toList();
        return shown.stream()
                .map(Score::language)
                .distinct()
                .map(language -> {
                    List<Score> bars = shown.stream()
                            .filter(score -> score.language().equals(language))
                            .toList();
                    return format(
                            "<h3>%s <span class=\"soft\">%s, n = %d</span></h3>\n<div class=\"card\">\n%s</div>\n",
                            label(language), task, bars.getFirst().n(), new BarChart(bars).svg());
                })
                .collect(Collectors.joining());
    }

    private String differences() {
        String rows = scores.stream()
                .filter(named("difference").or(named("saving")))
                .map(HtmlReport::row)
                .collect(Collectors.joining());
        return format("""
                <h2>Paired differences</h2>
                <p>The same documents and items under two models, so that what is hard for both cancels out. An interval
                that holds no zero is a difference that the sample size does not explain.</p>
                <div class="scroll"><table>
                <tr><th>task</th><th>language</th><th>models</th><th>what</th><th class="number">value</th>
                <th class="number">95 %% interval</th><th class="number">n</th></tr>
                %s</table></div>
                """, rows);
    }

    private static String row(Score score) {
        return format(
                "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td class=\"number\">%+.4f</td>"
                        + "<td class=\"number\">%+.4f to %+.4f</td><td class=\"number\">%d</td></tr>\n",
                score.task(),
                score.language(),
                escape(score.model()),
                score.name(),
                score.value(),
                score.low(),
                score.high(),
                score.n());
    }

    private String samples() {
        List<ChoiceResult> results = choices.byModel().lastEntry().getValue();
        int step = Math.max(1, results.size() / SHOWN_ITEMS);
        String items = IntStream.range(0, Math.min(SHOWN_ITEMS, results.size()))
                .mapToObj(i -> item(results.get(i * step)))
                .collect(Collectors.joining());
        return format(
                "<h2>Some items as the %s model answered them</h2>\n%s",
                choices.byModel().lastEntry().getKey(), items);
    }

    private static String item(ChoiceResult result) {
        String answers = IntStream.range(0, result.scores().size())
                .mapToObj(answer -> format(
                        "<li%s>%s <span class=\"soft\">%.2f</span></li>\n",
                        mark(result, answer),
                        escape(result.item().answers().get(answer)),
                        result.scores().get(answer)))
                .collect(Collectors.joining());
        return format(
                "<div class=\"card\"><div>%s</div>\n<ol class=\"answers\">\n%s</ol></div>\n",
                escape(result.item().question()), answers);
    }

    private static String mark(ChoiceResult result, int answer) {
        if (answer == result.item().correct()) {
            return " class=\"right\"";
        }
        return answer == result.choice() ? " class=\"wrong\"" : "";
    }

    private static Predicate<Score> named(String name) {
        return score -> score.name().equals(name);
    }

    private static String label(String language) {
        return switch (language) {
            case Score.ALL -> "All";
            case "ja" -> "日本語";
            case "en" -> "English";
            case "code" -> "Code";
            default -> escape(language);
        };
    }

    /** Figures look the same in every country. */
    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
