package dev.ayatori.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.corpus.table.TableWriter;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Initialization;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.generate.LanguageModel;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.pretrain.Precision;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.shards.ShardsSettings;
import dev.ayatori.shards.WriteShards;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizers;
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
import dev.ayatori.tune.instruction.ChoiceItem;
import dev.ayatori.tune.instruction.Example;
import dev.ayatori.tune.instruction.InstructionSettings;
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

/** The stage with a small real model and a real worker process. */
class TuneTest {

    private static final Gpt2Shape SHAPE = new Gpt2Shape(1, 32, 2, 128, Vocabulary.FIXED);
    private static final TuneSettings SETTINGS = new TuneSettings(
            new InstructionSettings(1, 5, 60, 2, 100, 8, 0.5),
            0.2,
            128,
            20,
            4,
            2,
            2,
            new OptimizerSettings(1e-2, 0.1, 2, 0.01, 0.9, 0.95, 1e-8, 1.0),
            Precision.F32,
            1,
            10);

    @TempDir
    private Path folder;

    @Test
    void makesTheAnswersLikelier() throws Exception {
        Artifact tuned = tuned("first", Sources.JAVA);
        List<Example> examples = lines(tuned.file("examples.jsonl"), Example.class);
        assertThat(lines(tuned.file("choices.jsonl"), ChoiceItem.class)).isNotEmpty();
        assertThat(tuned.manifest().counts()).containsEntry("examples", (long) examples.size());
        assertThat(tuned.manifest().counts().get("sequences")).isGreaterThan(examples.size());
        assertThat(tuned.folder().resolve("examples.sequences")).doesNotExist();

        double before = meanLogProbability(folder.resolve("first/pretrain/model"), examples);
        double after = meanLogProbability(tuned.file("model"), examples);
        assertThat(after).isGreaterThan(before + 1);
    }

    @Test
    void tellsWhatToDoWithoutJavaSources() {
        assertThatThrownBy(() -> tuned("second", Sources.TEXT))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("add sources jars to the recipe");
    }

    private enum Sources {
        JAVA,
        TEXT
    }

    private static double meanLogProbability(Path model, List<Example> examples) {
        ChatFormat format = new ChatFormat(Tokenizers.of(Vocabulary.ofLearned(List.of())));
        try (LanguageModel opened = LanguageModel.open(model)) {
            return examples.stream()
                    .map(example -> MarkedExample.of(example, format))
                    .flatMapToDouble(example -> Arrays.stream(opened.logProbabilities(example.tokens()))
                            .skip(example.answerFrom() - 1))
                    .average()
                    .orElseThrow();
        }
    }

    private Artifact tuned(String name, Sources kind) throws InterruptedException {
        Resources resources = new Resources(2, folder);
        try (RunFolder run = RunFolder.lock(folder, name)) {
            run.produce(new Prepared("corpus", to -> writeCorpus(to, kind)), resources, Progress.silent());
            run.produce(
                    new Prepared(
                            "tokenizer",
                            to -> HuggingFaceTokenizer.write(
                                    to.resolve("tokenizer.json"), Vocabulary.ofLearned(List.of()))),
                    resources,
                    Progress.silent());
            run.produce(new WriteShards(ShardsSettings.defaults()), resources, Progress.silent());
            run.produce(new Prepared("pretrain", TuneTest::writeModel), resources, Progress.silent());
            return run.produce(new Tune(SETTINGS), resources, Progress.silent()).artifact();
        }
    }

    private interface Writing {
        void to(Path folder) throws IOException;
    }

    private record NoSettings() {}

    /** A stage before tuning, whose files are simply written. */
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

    private static void writeCorpus(Path to, Sources kind) {
        List<Column> columns = Stream.of("id", "text", "uri", "collection", "licence", "date", "language", "attributes")
                .map(Column::text)
                .toList();
        try (TableWriter writer = ParquetTable.writer(to, "documents", 100, columns)) {
            IntStream.range(0, 24)
                    .forEach(i -> writer.write(Row.of("id", "d" + (char) ('a' + i))
                            .and(
                                    "text",
                                    "package p%d; /** Does number %d. */ public class C%d {}".formatted(i / 4, i, i))
                            .and("uri", kind == Sources.JAVA ? "jar!/C" + i + ".java" : "page" + i)
                            .and("collection", "test")
                            .and("licence", "Apache-2.0")
                            .and("date", "2026-01-01")
                            .and("language", "code")
                            .and("attributes", Json.line(Map.of(Document.SPLIT, "train")))));
        }
    }

    private static void writeModel(Path to) throws IOException {
        Initialization initialization = new Initialization(SHAPE, 1);
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

    private static <T> List<T> lines(Path file, Class<T> type) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Json.parse(line, type))
                .toList();
    }
}
