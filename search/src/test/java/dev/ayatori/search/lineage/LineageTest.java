package dev.ayatori.search.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.publish.Publications;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.shards.Packing;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.ShardsSettings;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.shards.WriteShards;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.TrainTokenizer;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
    private static final int CONTEXT = 16;
    private static final Vocabulary VOCABULARY = Tokenizers.of(Vocabulary.ofLearned(
                    List.of(new Piece("文", -2, PieceKind.NORMAL), new Piece("\u2581", -3, PieceKind.NORMAL))))
            .vocabulary();

    record NoSettings(String none) {}

    /** A stage that writes what a test gives it. */
    private record Given(String name, List<String> inputs, String version, Writer writer) implements Stage {
        interface Writer {
            void write(StageContext context) throws IOException;
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public NoSettings settings() {
            return new NoSettings(version);
        }

        @Override
        public StageResult run(StageContext context) throws IOException {
            writer.write(context);
            return new StageResult(name + version, Map.of());
        }
    }

    @TempDir
    Path folder;

    private static Document document(int number) {
        String split = number % 10 == 3 ? "validation" : "train";
        return new Document(
                "%016x".formatted(number),
                "文 ".repeat(5 + number % 7),
                "uri:" + number,
                "web",
                "CC0-1.0",
                "",
                "ja",
                new TreeMap<>(Map.of("split", split)));
    }

    private static void corpus(StageContext context) {
        ParquetTable.write(
                context.folder().resolve("documents-00000.parquet"),
                DocumentTable.DOCUMENT_COLUMNS,
                IntStream.range(0, 40).mapToObj(LineageTest::document).map(DocumentTable::row));
        ParquetTable.write(
                context.folder().resolve("removed-00000.parquet"),
                DocumentTable.REMOVAL_COLUMNS,
                IntStream.of(40)
                        .mapToObj(number ->
                                new Removal(document(number), "exact-duplicate", "1", "< 1", "%016x".formatted(5)))
                        .map(DocumentTable::row));
    }

    private static void order(StageContext context) {
        try (Shards shards = Shards.open(context.input("shards"))) {
            long sequences = shards.layout("train", Packing.WINDOWS, CONTEXT).sequences();
            TrainingOrder order =
                    TrainingOrder.ofOneFile(7, 2, 40, new TrainingOrder.Source("train", sequences, sequences));
            ReadingOrder.of(Packing.WINDOWS, CONTEXT, order)
                    .write(context.folder().resolve("order.json"));
        }
    }

    private void run(String corpusVersion, boolean whole) throws InterruptedException {
        List<Stage> stages = List.of(
                new Given("corpus", List.of(), corpusVersion, LineageTest::corpus),
                new Given(
                        "tokenizer",
                        List.of("corpus"),
                        "",
                        context -> HuggingFaceTokenizer.write(
                                context.folder().resolve(TrainTokenizer.TOKENIZER_JSON), VOCABULARY)),
                new WriteShards(ShardsSettings.defaults()),
                new Given("pretrain", List.of("shards"), "", LineageTest::order),
                new Given("tune", List.of("pretrain", "corpus"), "", context -> {}),
                new Given("index", List.of("corpus", "shards", "pretrain"), "", context -> {}),
                new Given("release", List.of("tune"), "", context -> {}));
        try (RunFolder run = RunFolder.lock(folder, "run")) {
            for (Stage stage : whole ? stages : stages.subList(0, 1)) {
                run.produce(stage, new Resources(1, folder), Progress.silent());
            }
        }
    }

    private List<String> seen(int... numbers) {
        Set<String> ids = IntStream.of(numbers).mapToObj("%016x"::formatted).collect(Collectors.toSet());
        return Lineage.of(folder.resolve("run"), ids).stream()
                .map(sighting -> sighting.artifact() + ": " + sighting.place())
                .toList();
    }

    @Test
    void namesFilesPlacesStepsAndWhateverCameOfThem() throws Exception {
        run("1", true);
        List<String> seen = seen(5);
        List<Integer> steps = stepsByBruteForce("%016x".formatted(5));
        assertThat(steps).isNotEmpty();
        assertThat(seen.getFirst()).isEqualTo("corpus: documents-00000.parquet, 0000000000000005");
        assertThat(seen).anyMatch(line -> line.startsWith("shards: train, tokens "));
        String told = steps.size() == 1
                ? "step " + steps.getFirst()
                : steps.size() + " steps: "
                        + steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
        assertThat(seen)
                .contains(
                        "pretrain: read at " + told + ", 0000000000000005",
                        "tokenizer: may have learned pieces from it",
                        "tune: its weights come from a model that read it",
                        "index: holds its text",
                        "release: its weights come from a model that read it");
    }

    private List<Integer> stepsByBruteForce(String id) {
        try (Shards shards = Shards.open(folder.resolve("run/shards"))) {
            PlacedDocument place = shards.documents().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            TrainingOrder order =
                    ReadingOrder.read(folder.resolve("run/pretrain/order.json")).order();
            return IntStream.range(0, order.steps())
                    .filter(step -> IntStream.range(0, 2).anyMatch(position -> {
                        long first = order.at(step, position).sequence() * CONTEXT;
                        return first < place.endToken() && place.firstToken() < first + CONTEXT + 1;
                    }))
                    .boxed()
                    .toList();
        }
    }

    @Test
    void findsPublishedCorporaAndOtherRuns() throws Exception {
        run("1", true);
        Path run = folder.resolve("run");
        String hash = Artifact.open(run.resolve("corpus")).contentHash();
        Path there = Files.createDirectory(folder.resolve("published"));
        Publications.add(run, new Publications.Publication(hash, there));
        Publications.add(run, new Publications.Publication(hash, folder.resolve("gone")));
        Publications.add(run, new Publications.Publication("f".repeat(64), folder.resolve("older")));
        assertThat(seen(5))
                .contains(
                        "published: " + there + " holds its text",
                        "published: " + folder.resolve("gone") + " held its text, and is not there any more",
                        "published: " + folder.resolve("older")
                                + " was made from another corpus than the one here, and cannot be asked");
        assertThat(seen(40)).noneMatch(line -> line.contains("holds its text"));
        try (RunFolder second = RunFolder.lock(folder, "second")) {
            second.produce(
                    new Given("corpus", List.of(), "1", LineageTest::corpus),
                    new Resources(1, folder),
                    Progress.silent());
        }
        assertThat(Lineage.inAll(folder, Set.of("%016x".formatted(5))))
                .extracting(Sighting::run)
                .contains("run", "second");
    }

    @Test
    void findsNoModelThatSawAHeldOutOrRemovedDocument() throws Exception {
        run("1", true);
        assertThat(seen(3)).noneMatch(line -> line.startsWith("pretrain") || line.startsWith("release"));
        assertThat(seen(3)).anyMatch(line -> line.startsWith("shards: validation, tokens "));
        assertThat(seen(40)).containsExactly("corpus: removed-00000.parquet, 0000000000000028");
    }

    @Test
    void saysWhatWasMadeFromAnotherCorpus() throws Exception {
        run("1", true);
        run("2", false);
        assertThat(seen(5)).first().isEqualTo("corpus: documents-00000.parquet, 0000000000000005");
        assertThat(seen(5).subList(1, seen(5).size()))
                .hasSize(6)
                .allMatch(line -> line.endsWith("was made from another corpus than the one here, and cannot be asked"));
    }
}
