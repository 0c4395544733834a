package dev.ayatori.serve;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Initialization;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.search.IndexBuilder;
import dev.ayatori.search.IndexSettings;
import dev.ayatori.search.IndexedDocument;
import dev.ayatori.shards.Packing;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.tokenizer.TokenizerSettings;
import dev.ayatori.tokenizer.TokenizerSettings.LanguageShare;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.TrainTokenizer;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A run on disk made by the real stages from a handful of pages, with an untrained model and a real index. */
final class TinyRun {
    static final String SENTENCE = "このクラスは郵便番号の形式が正しいかどうかを検証して結果を返却する。";

    private TinyRun() {}

    /** Makes the run in a folder and returns where it is. */
    static Path make(Path folder) throws IOException, InterruptedException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        for (int page = 0; page < 12; page++) {
            Files.writeString(pages.resolve("Page" + page + ".html"), html(page));
        }
        Resources resources = new Resources(1, folder.resolve("cache"));
        var local = new FileCollection("pages", "Apache-2.0", pages.toString(), "", ReadSettings.defaults());
        List<Stage> stages = List.of(
                new FetchSources(new SourcesSettings(List.of(), List.of(local))),
                new BuildCorpus(CorpusSettings.defaults()),
                new TrainTokenizer(new TokenizerSettings(
                        643, 0.9995, 8, true, 4_000, 0.75, 2, 1, List.of(new LanguageShare("ja", 1)))),
                new Untrained(),
                new Indexed());
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), "tiny")) {
            for (Stage stage : stages) {
                run.produce(stage, resources, Progress.silent());
            }
        }
        return folder.resolve("runs").resolve("tiny");
    }

    private static String html(int page) {
        StringBuilder text = new StringBuilder("<html><head><title>頁" + page + "</title></head><body><main><h1>頁" + page
                + "</h1><p>" + SENTENCE + "</p>");
        for (int i = 0; i < 14; i++) {
            int word = (page * 31 + i * 17) % 97;
            text.append("<p>第")
                    .append(page * 100 + i)
                    .append("節では設定値")
                    .append(word)
                    .append("番を読み込み、")
                    .append((char) (0x4e00 + page * 53 + i * 11))
                    .append((char) (0x4e00 + word * 7))
                    .append("の状態を利用者へ知らせてから次の処理に進みます。</p>");
        }
        return text.append("</main></body></html>").toString();
    }

    private record Untrained() implements Stage {
        @Override
        public String name() {
            return "pretrain";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Record settings() {
            return new Gpt2Shape(1, 16, 2, 48, 643);
        }

        @Override
        public List<String> inputs() {
            return List.of("tokenizer");
        }

        @Override
        public StageResult run(StageContext context) throws IOException {
            int vocabulary = Tokenizers.of(context.input("tokenizer")).vocabularySize();
            Gpt2Shape shape = new Gpt2Shape(1, 16, 2, 48, vocabulary);
            try (Scope _ = Scope.open()) {
                Path model = Files.createDirectory(context.folder().resolve("model"));
                new HuggingFaceFolder(model).write(shape, weights(shape), 2);
            }
            for (int step = 1; step <= 5; step++) {
                context.metrics().metric("loss", step, 9.0 / step);
            }
            return new StageResult("untrained", Map.of("steps", 5L));
        }

        private static SequencedMap<String, Tensor> weights(Gpt2Shape shape) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            List<Parameter> parameters = shape.decoder().parameters();
            Initialization first = new Initialization(shape, 7);
            for (int place = 0; place < parameters.size(); place++) {
                Parameter parameter = parameters.get(place);
                weights.put(parameter.name(), Tensor.of(first.values(place), parameter.sizes()));
            }
            return weights;
        }
    }

    private record Indexed() implements Stage {
        @Override
        public String name() {
            return "index";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Record settings() {
            return IndexSettings.defaults();
        }

        @Override
        public List<String> inputs() {
            return List.of("corpus");
        }

        @Override
        public StageResult run(StageContext context) throws IOException {
            long[] tokens = {0};
            try (IndexBuilder builder = IndexBuilder.create(context.folder(), IndexSettings.defaults())) {
                Corpus.open(context.input("corpus")).forEach(document -> {
                    IndexedDocument indexed = new IndexedDocument(
                            document.id(),
                            document.title(),
                            document.uri(),
                            document.collection(),
                            document.licence(),
                            document.date(),
                            document.language(),
                            document.split() == Split.VALIDATION,
                            "train",
                            tokens[0],
                            100,
                            List.of(tokens[0] / 10));
                    tokens[0] += 100;
                    add(builder, indexed, document.text());
                });
                return new StageResult("indexed", Map.of("characters", builder.finish(order(tokens[0] / 10))));
            }
        }

        private static ReadingOrder order(long sequences) {
            TrainingOrder.Source source = new TrainingOrder.Source("train", sequences, sequences);
            return ReadingOrder.of(Packing.WINDOWS, 10, TrainingOrder.ofOneFile(1, 2, 60, source));
        }

        private static void add(IndexBuilder builder, IndexedDocument document, String text) {
            try {
                builder.add(document, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
