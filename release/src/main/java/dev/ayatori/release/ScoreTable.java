package dev.ayatori.release;

import dev.ayatori.evaluate.Score;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The scores as the card shows them, every one with its interval; {@code release verify} makes the table again. */
final class ScoreTable {
    private static final String BYTES = "bytes";

    private ScoreTable() {}

    static List<Score> read(Path scoresJson) {
        return List.of(Json.read(scoresJson, Score[].class));
    }

    /** The scores of single models. */
    static String ofModels(List<Score> scores) {
        return render(scores.stream().filter(ScoreTable::isOfModel).toList());
    }

    /** All other scores: differences between two models, and sizes. */
    static String ofPairs(List<Score> scores) {
        return render(scores.stream().filter(score -> !isOfModel(score)).toList());
    }

    private static boolean isOfModel(Score score) {
        return !score.model().contains(" ") && !score.unit().equals(BYTES);
    }

    private static String render(List<Score> scores) {
        MarkdownTable table =
                new MarkdownTable("task", "language", "metric", "model", "value", "95 % interval", "n", "unit");
        for (Score score : scores) {
            String format = score.unit().equals(BYTES) ? "%,.0f" : "%.4f";
            table.row(
                    score.task(),
                    score.language(),
                    score.name(),
                    score.model(),
                    number(format, score.value()),
                    number(format, score.low()) + " to " + number(format, score.high()),
                    score.n(),
                    score.unit());
        }
        return table.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
