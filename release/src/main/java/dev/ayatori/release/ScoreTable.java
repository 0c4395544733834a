package dev.ayatori.release;

import dev.ayatori.evaluate.Score;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The scores as the card shows them, every one with its interval; {@code release verify} makes the table again. */
final class ScoreTable {
    private ScoreTable() {}

    static List<Score> read(Path scoresJson) {
        return List.of(Json.read(scoresJson, Score[].class));
    }

    static String render(List<Score> scores) {
        MarkdownTable table =
                new MarkdownTable("task", "language", "metric", "model", "value", "95 % interval", "n", "unit");
        for (Score score : scores) {
            table.row(
                    score.task(),
                    score.language(),
                    score.name(),
                    score.model(),
                    number(score.value()),
                    number(score.low()) + " to " + number(score.high()),
                    score.n(),
                    score.unit());
        }
        return table.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
