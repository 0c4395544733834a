package dev.ayatori.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.corpus.table.TableWriter;
import dev.ayatori.evaluate.task.ChoiceItem;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Initialization;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage with two real models of random weights, a corpus of twelve documents and a vocabulary of bytes. */
class EvaluateTest {

    private static final Gpt2Shape SHAPE = new Gpt2Shape(1, 16, 2, 64, Vocabulary.FIXED);
    private static final EvaluateSettings SETTINGS = new EvaluateSettings(1, 600, 5, 8, 3, 200);

    @TempDir
    private Path folder;

    @Test
    void writesEqualScoresTablesAndAPageWhereverItRuns() throws Exception {
        Artifact first = evaluated("first", SETTINGS);
        Artifact second = evaluated("second", SETTINGS);
        assertThat(first.contentHash()).isEqualTo(second.contentHash());

        List<Score> scores = List.of(Json.read(first.file("scores.json"), Score[].class));
        assertThat(scores)
                .filteredOn(score ->
                        score.name().equals("bits-per-byte") && score.language().equals(Score.ALL))
                .extracting(Score::model)
                .containsExactly("unigram", "kneser-ney-3", "pretrained", "tuned");
        assertThat(scores).allMatch(score -> score.low() <= score.value() && score.value() <= score.high());
        Score random = scores.stream()
                .filter(score ->
                        score.name().equals("bits-per-byte") && score.model().equals("pretrained"))
                .findFirst()
                .orElseThrow();
        // A vocabulary of 262, of one byte each, under weights that know nothing.
        assertThat(random.value()).isBetween(7.5, 8.5);
        assertThat(Files.readString(first.file("report.html"))).contains("</html>");
        try (Stream<Row> rows = ParquetTable.read(first.file("samples.parquet"))) {
            assertThat(rows).hasSize(3 * 5);
        }
        try (Stream<Row> rows = ParquetTable.read(first.file("documents.parquet"))) {
            assertThat(rows.mapToLong(row -> row.number("bytes")).sum()).isLessThanOrEqualTo(4 * 600);
        }
    }

    @Test
    void tellsWhatToDoWithoutAValidationDocument() {
        EvaluateSettings tooSmall = new EvaluateSettings(1, 3, 5, 8, 3, 200);
        assertThatThrownBy(() -> evaluated("third", tooSmall))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("raise evaluate.maximalValidationBytes");
    }

    private Artifact evaluated(String name, EvaluateSettings settings) throws InterruptedException {
        Resources resources = new Resources(1, folder);
        try (RunFolder run = RunFolder.lock(folder, name)) {
            run.produce(new Prepared("corpus", EvaluateTest::writeCorpus), resources, Progress.silent());
            run.produce(
                    new Prepared(
                            "tokenizer",
                            to -> HuggingFaceTokenizer.write(
                                    to.resolve("tokenizer.json"), Vocabulary.ofLearned(List.of()))),
                    resources,
                    Progress.silent());
            run.produce(new Prepared("pretrain", to -> writeModel(to, 1)), resources, Progress.silent());
            run.produce(
                    new Prepared("tune", to -> {
                        writeModel(to, 2);
                        Files.write(
                                to.resolve("choices.jsonl"),
                                items().map(Json::line).toList());
                    }),
                    resources,
                    Progress.silent());
            return run.produce(new Evaluate(settings), resources, Progress.silent())
                    .artifact();
        }
    }

    private interface Writing {
        void to(Path folder) throws IOException;
    }

    private record NoSettings() {}

    /** A stage before evaluation, whose files are simply written. */
    private record Prepared(String name, Writing writing) implements Stage {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Record settings() {
            return new NoSettings();
        }

        @Override
        public List<String> inputs() {
            return List.of();
        }

        @Override
        public StageResult run(StageContext context) throws IOException {
            writing.to(context.folder());
            return new StageResult(name, Map.of());
        }
    }

    private static void writeCorpus(Path to) {
        List<Column> columns = Stream.of("id", "text", "uri", "collection", "licence", "date", "language", "attributes")
                .map(Column::text)
                .toList();
        try (TableWriter writer = ParquetTable.writer(to, "documents", 100, columns)) {
            for (int i = 0; i < 12; i++) {
                writer.write(Row.of("id", "d" + (char) ('a' + i))
                        .and("text", (i % 2 == 0 ? "文書" : "Document ") + "x".repeat(20 * i))
                        .and("uri", "uri" + i)
                        .and("collection", "test")
                        .and("licence", "Apache-2.0")
                        .and("date", "2026-01-01")
                        .and("language", i % 2 == 0 ? "ja" : "en")
                        .and("attributes", Json.line(Map.of(Document.SPLIT, i % 3 == 0 ? "validation" : "train"))));
            }
        }
    }

    private static void writeModel(Path to, long seed) throws IOException {
        Initialization initialization = new Initialization(SHAPE, seed);
        List<Parameter> parameters = SHAPE.decoder().parameters();
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            for (int place = 0; place < parameters.size(); place++) {
                long[] shape = parameters.get(place).shape().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
                weights.put(parameters.get(place).name(), Tensor.of(initialization.values(place), shape));
            }
            new HuggingFaceFolder(Files.createDirectories(to.resolve("model"))).write(SHAPE, weights, 2);
        }
    }

    private static Stream<ChoiceItem> items() {
        return IntStream.range(0, 7)
                .mapToObj(i -> new ChoiceItem(
                        "p.C" + i,
                        "C" + i,
                        "p",
                        "What is C" + i + "?",
                        "What is this?",
                        Arrays.asList(
                                "One.", "Two.", "Three.", "A much longer answer that does not fit " + "x".repeat(90)),
                        i % 4,
                        "en",
                        "da",
                        "da",
                        "train"));
    }
}
