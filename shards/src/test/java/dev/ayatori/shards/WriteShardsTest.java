package dev.ayatori.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.mix.MixPart;
import dev.ayatori.corpus.mix.MixSettings;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.TrainTokenizer;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteShardsTest {
    private static final int DOCUMENTS = 400;
    private static final SubwordTokenizer TOKENIZER = Tokenizers.of(Vocabulary.ofLearned(List.of(
            new Piece("文", -2, PieceKind.NORMAL),
            new Piece("文書", -3, PieceKind.NORMAL),
            new Piece("\u2581", -3, PieceKind.NORMAL))));

    record NoSettings(int none) {}

    /** A stage that writes what a test gives it. */
    private record Given(String name, Writer writer) implements Stage {
        interface Writer {
            void write(Path folder) throws IOException;
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public NoSettings settings() {
            return new NoSettings(0);
        }

        @Override
        public List<String> inputs() {
            return List.of();
        }

        @Override
        public StageResult run(StageContext context) throws IOException {
            writer.write(context.folder());
            return new StageResult(name, Map.of());
        }
    }

    @TempDir
    Path folder;

    private Artifact write(String run, int threads) throws InterruptedException {
        return write(
                run, threads, new ShardsSettings(ShardsSettings.TokenWidth.SMALLEST, 16, "", "", MixSettings.none()));
    }

    private Artifact write(String run, int threads, ShardsSettings settings) throws InterruptedException {
        Resources resources = new Resources(threads, folder);
        try (RunFolder runFolder = RunFolder.lock(folder, run)) {
            runFolder.produce(new Given("corpus", WriteShardsTest::writeCorpus), resources, Progress.silent());
            runFolder.produce(
                    new Given(
                            "tokenizer",
                            to -> HuggingFaceTokenizer.write(
                                    to.resolve(TrainTokenizer.TOKENIZER_JSON), TOKENIZER.vocabulary())),
                    resources,
                    Progress.silent());
            return runFolder
                    .produce(new WriteShards(settings), resources, Progress.silent())
                    .artifact();
        }
    }

    private static void writeCorpus(Path folder) {
        List<Column> columns = Stream.of("id", "text", "uri", "collection", "licence", "date", "language", "attributes")
                .map(Column::text)
                .toList();
        ParquetTable.write(
                folder.resolve("documents-00000.parquet"),
                columns,
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> Row.of("id", "%016x".formatted(i))
                                .and("text", text(i))
                                .and("uri", "test:" + i)
                                .and("collection", "test")
                                .and("licence", "CC0-1.0")
                                .and("date", "2026-01-01")
                                .and("language", "ja")
                                .and(
                                        "attributes",
                                        "{\"fold\":\"%d\",\"split\":\"%s\"}".formatted(i % 3, split(i).label()))));
    }

    private static String text(int document) {
        return "文書 ".repeat(document % 7) + "文" + document;
    }

    private static Split split(int document) {
        return document % 10 == 3 ? Split.VALIDATION : Split.TRAIN;
    }

    @Test
    void writesTheSameBytesOnAnyNumberOfThreads() throws InterruptedException, IOException {
        Set<String> hashes = new HashSet<>();
        Set<String> bytes = new HashSet<>();
        for (int threads : new int[] {1, 2, 4}) {
            Artifact artifact = write("threads" + threads, threads);
            hashes.add(artifact.contentHash());
            bytes.add(Arrays.toString(Files.readAllBytes(artifact.file("train.bin"))));
        }
        assertThat(hashes).hasSize(1);
        assertThat(bytes).hasSize(1);
    }

    @Test
    void placesEveryDocumentWithItsTokensAndAnEnd() throws InterruptedException {
        try (Shards shards = Shards.open(write("places", 2))) {
            List<PlacedDocument> documents = shards.documents();
            assertThat(documents).hasSize(DOCUMENTS);
            for (int i = 0; i < DOCUMENTS; i++) {
                PlacedDocument document = documents.get(i);
                assertThat(document.id()).isEqualTo("%016x".formatted(i));
                assertThat(document.split()).isEqualTo(split(i));
                int[] tokens = new int[document.tokens()];
                assertThat(document.file()).isEqualTo(document.split().label());
                TokenFile file = shards.file(document.file());
                file.read(document.firstToken(), tokens);
                assertThat(tokens[tokens.length - 1]).isEqualTo(TOKENIZER.endOfText());
                assertThat(TOKENIZER.decode(tokens)).isEqualTo(text(i));
            }
            TokenFile train = shards.file("train");
            Layout plan = shards.layout("train", Packing.BEST_FIT, 15);
            long packed = LongStream.range(0, plan.sequences())
                    .map(sequence -> plan.tokens(train, sequence).length)
                    .sum();
            assertThat(packed).isEqualTo(train.tokens());
        }
    }

    @Test
    void dividesTokensIntoFilesByWhatDocumentsSay() throws InterruptedException {
        ShardsSettings settings =
                new ShardsSettings(ShardsSettings.TokenWidth.SMALLEST, 0, "fold", "collection", MixSettings.none());
        try (Shards shards = Shards.open(write("divided", 2, settings))) {
            assertThat(shards.train().keySet()).containsExactly("train-0", "train-1", "train-2");
            assertThat(shards.validation().keySet()).containsExactly("validation-test");
            List<PlacedDocument> documents = shards.documents();
            for (int i = 0; i < DOCUMENTS; i++) {
                int[] tokens = new int[documents.get(i).tokens()];
                shards.file(documents.get(i).file()).read(documents.get(i).firstToken(), tokens);
                assertThat(TOKENIZER.decode(tokens)).isEqualTo(text(i));
                assertThat(documents.get(i).file())
                        .isEqualTo(split(i) == Split.TRAIN ? "train-" + i % 3 : "validation-test");
            }
        }
    }

    private static ShardsSettings mixed(long budget, int repeat, int folds) {
        MixPart all = new MixPart("all", List.of("test"), List.of("ja"), Map.of(), budget, repeat);
        MixSettings mix = new MixSettings(MixSettings.Unit.TOKENS, 0, List.of(all), folds, Map.of(), 1);
        return new ShardsSettings(ShardsSettings.TokenWidth.SMALLEST, 0, "", "", mix);
    }

    @Test
    void writesFoldsOfEqualSizeThatShareNoDocument() throws InterruptedException {
        Set<String> hashes = new HashSet<>();
        for (int threads : new int[] {1, 3}) {
            hashes.add(write("folds" + threads, threads, mixed(1500, 1, 3)).contentHash());
        }
        assertThat(hashes).hasSize(1);
        try (Shards shards = Shards.open(folder.resolve("folds1/shards"))) {
            assertThat(shards.train().keySet()).containsExactly("train-01", "train-02", "train-03");
            assertThat(shards.train().values())
                    .allSatisfy(file -> assertThat(file.tokens()).isBetween(495L, 500L));
            assertThat(shards.validation().keySet()).containsExactly("validation");
            List<String> ids =
                    shards.documents().stream().map(PlacedDocument::id).toList();
            assertThat(ids).doesNotHaveDuplicates().isSorted().hasSizeBetween(100, DOCUMENTS - 1);
            checkTokens(shards);
        }
    }

    @Test
    void repeatsDocumentsInTheirFoldWhereAPartIsShort() throws InterruptedException {
        try (Shards shards = Shards.open(write("repeated", 2, mixed(8000, 3, 1)))) {
            assertThat(shards.file("train").tokens()).isBetween(7_990L, 8_000L);
            assertThat(shards.documents().stream()
                            .filter(document -> document.split() == Split.TRAIN)
                            .collect(Collectors.groupingBy(PlacedDocument::id, Collectors.counting()))
                            .values())
                    .hasSize(360)
                    .allMatch(copies -> copies <= 3);
            checkTokens(shards);
        }
    }

    private static void checkTokens(Shards shards) {
        for (PlacedDocument document : shards.documents()) {
            int[] tokens = new int[document.tokens()];
            shards.file(document.file()).read(document.firstToken(), tokens);
            assertThat(TOKENIZER.decode(tokens)).isEqualTo(text(Integer.parseInt(document.id(), 16)));
        }
    }

    @Test
    void refusesDocumentsThatDoNotSayWhereTheyGo() {
        ShardsSettings settings =
                new ShardsSettings(ShardsSettings.TokenWidth.SMALLEST, 0, "folder", "", MixSettings.none());
        assertThatThrownBy(() -> write("refused", 1, settings))
                .hasMessageContaining(
                        "document 0000000000000000 (test:0) has \"\" as folder, which cannot name a token file");
    }

    @Test
    void refusesAPlanOfAnotherContextAndFilesThatAreNotThere() throws InterruptedException {
        try (Shards shards = Shards.open(write("plans", 1))) {
            assertThatThrownBy(() -> shards.layout("train", Packing.BEST_FIT, 16))
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining("packs sequences of 16 tokens, but a context of 16 takes 17")
                    .hasMessageContaining("set shards.packedTokens to 17");
            assertThatThrownBy(() -> shards.layout("train-en", Packing.WINDOWS, 16))
                    .hasMessageContaining("no token file train-en; there are [train] and [validation]");
            assertThatThrownBy(() -> shards.layout("train", Packing.WINDOWS, 1 << 20))
                    .hasMessageContaining("tokens, but one sequence takes 1048577");
        }
        ShardsSettings unpacked = ShardsSettings.defaults();
        try (Shards shards = Shards.open(write("unpacked", 1, unpacked))) {
            assertThatThrownBy(() -> shards.layout("train", Packing.BEST_FIT, 16))
                    .hasMessageContaining("has no packing plan for train; set shards.packedTokens to 17");
        }
    }
}
