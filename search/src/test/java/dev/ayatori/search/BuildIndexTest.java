package dev.ayatori.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.mix.MixPart;
import dev.ayatori.corpus.mix.MixSettings;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.shards.Layout;
import dev.ayatori.shards.Packing;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.ShardsSettings;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.shards.WriteShards;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Manifest;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Recorded;
import dev.ayatori.track.Resources;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIndexTest {
    private static final int DOCUMENTS = 12;

    private final Path run;
    private final TrainingOrder order;

    BuildIndexTest(@TempDir Path run) throws IOException, InterruptedException {
        this.run = run;
        for (String name : List.of("corpus", "tokenizer", "shards", "pretrain")) {
            Files.createDirectory(run.resolve(name));
        }
        ParquetTable.write(
                run.resolve("corpus/documents-00000.parquet"),
                Stream.of("id", "text", "uri", "collection", "licence", "date", "language", "attributes")
                        .map(Column::text)
                        .toList(),
                IntStream.range(0, DOCUMENTS).mapToObj(BuildIndexTest::document));
        HuggingFaceTokenizer.write(run.resolve("tokenizer/tokenizer.json"), Vocabulary.ofLearned(List.of()));
        run(new WriteShards(ShardsSettings.defaults()), run.resolve("shards"));
        try (Shards shards = Shards.open(artifact("shards"))) {
            long sequences = shards.layout("train", Packing.WINDOWS, 16).sequences();
            order = TrainingOrder.ofOneFile(7, 2, 9, new TrainingOrder.Source("train", sequences, sequences));
        }
        ReadingOrder.of(Packing.WINDOWS, 16, order).write(run.resolve("pretrain/order.json"));
    }

    @Test
    void tellsTheStepsThatReadADocument() throws IOException, InterruptedException {
        try (SearchIndex index = build("index");
                Shards shards = Shards.open(artifact("shards"))) {
            for (PlacedDocument placed : shards.documents()) {
                int number = Integer.parseInt(placed.id().substring(2));
                TracedDocument traced = index.trace(text(number)).spans().getFirst().documents().stream()
                        .filter(found -> found.document().id().equals(placed.id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(traced.document().heldOut()).isEqualTo(heldOut(number));
                assertThat(traced.steps()).isEqualTo(heldOut(number) ? List.of() : stepsByBruteForce(order, placed));
            }
        }
    }

    @Test
    void tellsTheStepsThatReadAPackedDocument() throws IOException, InterruptedException {
        ShardsSettings settings =
                new ShardsSettings(ShardsSettings.TokenWidth.SMALLEST, 200, "collection", "", MixSettings.none());
        run(new WriteShards(settings), run.resolve("shards"));
        try (Shards shards = Shards.open(artifact("shards"))) {
            Layout plan = shards.layout("train-books", Packing.BEST_FIT, 199);
            TrainingOrder packed = TrainingOrder.ofOneFile(
                    3, 1, 2, new TrainingOrder.Source("train-books", plan.sequences(), plan.sequences()));
            ReadingOrder.of(Packing.BEST_FIT, 199, packed).write(run.resolve("pretrain/order.json"));
            assertThat(plan.sequences()).isGreaterThan(2);
            try (SearchIndex index = build("packed")) {
                for (int number = 0; number < DOCUMENTS; number++) {
                    IndexedDocument document =
                            index.find("第%dの".formatted(number), 1).getFirst().document();
                    List<Integer> expected = IntStream.range(0, 2)
                            .filter(step -> !document.heldOut()
                                    && holds(
                                            plan.tokens(
                                                    shards.file("train-books"),
                                                    packed.at(step, 0).sequence()),
                                            tokens(shards, document)))
                            .boxed()
                            .toList();
                    TracedDocument traced = index.trace(text(number)).spans().getFirst().documents().stream()
                            .filter(found -> found.document().equals(document))
                            .findFirst()
                            .orElseThrow();
                    assertThat(traced.steps()).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void knowsEveryCopyThatAMixReadsAndNothingOfWhatItLeavesOut() throws IOException, InterruptedException {
        MixPart part = new MixPart("all", List.of(), List.of(), Map.of(), 2 * trainTokens(), 3);
        MixSettings mix = new MixSettings(MixSettings.Unit.TOKENS, 0, List.of(part), 1, Map.of(), 1);
        run(
                new WriteShards(new ShardsSettings(ShardsSettings.TokenWidth.SMALLEST, 0, "", "", mix)),
                run.resolve("shards"));
        try (Shards shards = Shards.open(artifact("shards"))) {
            long sequences = shards.layout("train", Packing.WINDOWS, 16).sequences();
            TrainingOrder mixed =
                    TrainingOrder.ofOneFile(7, 2, 9, new TrainingOrder.Source("train", sequences, sequences));
            ReadingOrder.of(Packing.WINDOWS, 16, mixed).write(run.resolve("pretrain/order.json"));
            try (SearchIndex index = build("mixed")) {
                Map<String, List<PlacedDocument>> copies =
                        shards.documents().stream().collect(Collectors.groupingBy(PlacedDocument::id));
                assertThat(copies.values()).anyMatch(each -> each.size() > 1);
                copies.forEach((id, each) -> {
                    int number = Integer.parseInt(id.substring(2));
                    List<Integer> expected = each.stream()
                            .flatMap(copy -> stepsByBruteForce(mixed, copy).stream())
                            .distinct()
                            .sorted()
                            .toList();
                    TracedDocument traced = index.trace(text(number)).spans().getFirst().documents().stream()
                            .filter(found -> found.document().id().equals(id))
                            .findFirst()
                            .orElseThrow();
                    assertThat(traced.steps()).isEqualTo(heldOut(number) ? List.of() : expected);
                });
            }
        }
    }

    private long trainTokens() {
        try (Shards shards = Shards.open(artifact("shards"))) {
            return shards.file("train").tokens();
        }
    }

    private static int[] tokens(Shards shards, IndexedDocument document) {
        int[] tokens = new int[document.tokens()];
        shards.file(document.file()).read(document.firstToken(), tokens);
        return tokens;
    }

    private static boolean holds(int[] sequence, int[] document) {
        return Collections.indexOfSubList(
                        Arrays.stream(sequence).boxed().toList(),
                        Arrays.stream(document).boxed().toList())
                >= 0;
    }

    @Test
    void indexesTrainingAndHeldOutDocumentsWithTheirOrigin() throws IOException, InterruptedException {
        try (SearchIndex index = build("index")) {
            assertThat(index.documents()).isEqualTo(DOCUMENTS);
            assertThat(index.count("あやとり")).isEqualTo(DOCUMENTS);
            IndexedDocument document = index.find("第3の文書", 1).getFirst().document();
            assertThat(document.uri()).isEqualTo("uri:3");
            assertThat(document.licence()).isEqualTo("Apache-2.0");
            assertThat(document.title()).isEqualTo("題3");
            assertThat(index.text("第3の文書", 1).getFirst().document()).isEqualTo(document);
        }
    }

    @Test
    void givesEqualRecordsForEqualInputs() throws IOException, InterruptedException {
        Path first = Files.createDirectory(run.resolve("first"));
        Path second = Files.createDirectory(run.resolve("second"));
        StageResult result = run(new BuildIndex(IndexSettings.defaults()), first);
        assertThat(run(new BuildIndex(IndexSettings.defaults()), second)).isEqualTo(result);
        for (String name : List.of(
                "text.bin", "suffixes.bin", "documents.jsonl", "documents.bin", "characters.bin", "index.json")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    private List<Integer> stepsByBruteForce(TrainingOrder order, PlacedDocument placed) {
        List<Integer> steps = new ArrayList<>();
        for (int step = 0; step < order.steps(); step++) {
            boolean reads = false;
            for (int position = 0; position < order.sequencesPerStep(); position++) {
                long first = order.at(step, position).sequence() * 16;
                reads |= first < placed.endToken() && placed.firstToken() < first + 17;
            }
            if (reads) {
                steps.add(step);
            }
        }
        return steps;
    }

    private SearchIndex build(String name) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(run.resolve(name));
        run(new BuildIndex(IndexSettings.defaults()), folder);
        return SearchIndex.open(artifact(name));
    }

    private StageResult run(Stage stage, Path folder) throws IOException, InterruptedException {
        Map<String, Artifact> inputs = new TreeMap<>();
        stage.inputs().forEach(name -> inputs.put(name, artifact(name)));
        return stage.run(
                new StageContext(folder, inputs, new Resources(2, run), Progress.silent(), (name, step, value) -> {}));
    }

    private Artifact artifact(String name) {
        Recorded recorded = new Recorded("", 0, "", "");
        Manifest manifest = new Manifest(
                name,
                Manifest.FORMAT_VERSION,
                1,
                List.of(),
                Json.tree(Map.of()),
                List.of(),
                Map.of(),
                "",
                "",
                recorded);
        return new Artifact(run.resolve(name), manifest);
    }

    private static boolean heldOut(int number) {
        return number % 4 == 3;
    }

    private static String text(int number) {
        return "第%dの文書。あやとりをする。".formatted(number) + "糸".repeat(number);
    }

    private static Row document(int number) {
        Map<String, String> attributes =
                Map.of(Document.TITLE, "題" + number, Document.SPLIT, heldOut(number) ? "validation" : "train");
        return Row.of("id", "id%02d".formatted(number))
                .and("text", text(number))
                .and("uri", "uri:" + number)
                .and("collection", "books")
                .and("licence", "Apache-2.0")
                .and("date", "2024-01-02")
                .and("language", "ja")
                .and("attributes", Json.line(new TreeMap<>(attributes)));
    }
}
