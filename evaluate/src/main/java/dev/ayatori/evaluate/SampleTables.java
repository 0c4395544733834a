package dev.ayatori.evaluate;

import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.evaluate.task.ChoiceResult;
import dev.ayatori.evaluate.task.EncodedDocument;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes down what stands behind the scores, item by item, for anyone who wants other statistics. */
final class SampleTables {

    private static final List<Column> CHOICES = List.of(
            Column.text("model"),
            Column.text("id"),
            Column.text("language"),
            Column.text("split"),
            Column.text("document"),
            Column.text("question"),
            Column.text("answers"),
            Column.text("scores"),
            Column.number("choice"),
            Column.number("correct"),
            Column.number("isCorrect"));
    private static final List<Column> DOCUMENTS = List.of(
            Column.text("model"),
            Column.text("id"),
            Column.text("language"),
            Column.number("bytes"),
            Column.number("tokens"),
            Column.decimal("bits"));

    private SampleTables() {}

    /** One row for each model and item; answers and scores are JSON arrays. */
    static void writeChoices(Path file, ChoiceResults choices) {
        ParquetTable.write(
                file,
                CHOICES,
                choices.byModel().entrySet().stream()
                        .flatMap(model -> model.getValue().stream().map(result -> row(model.getKey(), result))));
    }

    private static Row row(String model, ChoiceResult result) {
        return Row.of("model", model)
                .and("id", result.item().id())
                .and("language", result.item().language())
                .and("split", result.item().split())
                .and("document", result.item().documentId())
                .and("question", result.item().question())
                .and("answers", Json.line(result.item().answers()))
                .and("scores", Json.line(result.scores()))
                .and("choice", (long) result.choice())
                .and("correct", (long) result.item().correct())
                .and("isCorrect", result.isCorrect() ? 1L : 0L);
    }

    /** One row for each model and document. */
    static void writeDocuments(Path file, ValidationResult validation) {
        ParquetTable.write(
                file,
                DOCUMENTS,
                validation.bits().entrySet().stream()
                        .flatMap(model -> rows(model.getKey(), model.getValue(), validation)));
    }

    private static Stream<Row> rows(String model, double[] bits, ValidationResult validation) {
        return IntStream.range(0, bits.length).mapToObj(i -> {
            EncodedDocument document = validation.documents().get(i);
            return Row.of("model", model)
                    .and("id", document.id())
                    .and("language", document.language())
                    .and("bytes", (long) document.bytes())
                    .and("tokens", (long) document.tokens().length)
                    .and("bits", bits[i]);
        });
    }
}
