package dev.ayatori.serve;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.model.generate.Sampling;
import dev.ayatori.search.Hit;
import dev.ayatori.search.IndexedDocument;
import dev.ayatori.search.TextHit;
import dev.ayatori.search.Trace;
import dev.ayatori.search.TracedDocument;
import dev.ayatori.search.TracedSpan;
import dev.ayatori.serve.run.CorpusShelf;
import dev.ayatori.serve.run.Message;
import dev.ayatori.serve.run.Overlap;
import dev.ayatori.serve.run.Run;
import dev.ayatori.serve.run.StageView;
import dev.ayatori.serve.run.StageView.State;
import dev.ayatori.serve.run.TextModel;
import dev.ayatori.serve.run.Written;
import dev.ayatori.track.Input;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** A run made up in memory: everything finished but the release, and a model that always says the same. */
final class SampleRun implements Run {
    static final String ANSWER = "指定された文字列が<b>空</b>かどうかを判定する。 Returns the component name.";
    static final String TEXT = "ユーティリティ。指定された文字列が<b>空</b>かどうかを判定する。nullの場合は真を返す。";
    static final IndexedDocument PAGE = new IndexedDocument(
            "00c0ffee00c0ffee",
            "StringUtil",
            "maven:com.nablarch.framework:nablarch-core:2.2.0:javadoc!/nablarch/core/util/StringUtil.html",
            "nablarch-javadoc",
            "Apache-2.0",
            "2024-09-25",
            "ja",
            false,
            "train",
            1_000,
            400,
            List.of());

    final AtomicInteger written = new AtomicInteger();
    volatile boolean withModel = true;

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public List<StageView> stages() {
        return List.of(
                stage("sources", State.DONE, List.of(), Map.of("jars", 96L, "bytes", 31_457_280L), 8.4),
                stage("corpus", State.DONE, List.of("sources"), Map.of("kept", 5_120L, "removed", 2_340L), 21.7),
                stage("tokenizer", State.DONE, List.of("corpus"), Map.of("pieces", 8_000L), 34.1),
                stage("shards", State.DONE, List.of("corpus", "tokenizer"), Map.of("trainTokens", 1_834_221L), 3.2),
                stage("pretrain", State.DONE, List.of("shards", "tokenizer"), Map.of("steps", 400L), 402.9),
                stage("tune", State.STALE, List.of("corpus", "tokenizer", "pretrain"), Map.of("examples", 4_310L), 61),
                stage("evaluate", State.DONE, List.of("corpus", "tokenizer", "pretrain", "tune"), Map.of(), 18.3),
                stage("index", State.DONE, List.of("corpus", "shards", "pretrain"), Map.of("suffixes", 9_000L), 5.5),
                stage("release", State.WAITING, List.of("corpus", "tokenizer", "tune", "evaluate"), Map.of(), 0));
    }

    private static StageView stage(
            String name, State state, List<String> inputs, Map<String, Long> counts, double seconds) {
        boolean there = state != State.WAITING;
        List<Input> read = inputs.stream()
                .map(input -> new Input(input, "ab12".repeat(16)))
                .toList();
        String hash = there ? Integer.toHexString(name.hashCode()).repeat(8) : "";
        String started = there ? "2026-11-23T10:15:30Z" : "";
        JsonNode settings = Json.tree(Map.of("seed", 7, "nested", Map.of("rate", 0.001)));
        return new StageView(
                name,
                state,
                read,
                new TreeMap<>(counts),
                seconds,
                12_345_678,
                started,
                "Linux, 2 cores",
                hash,
                settings);
    }

    @Override
    public List<String> metricNames(String stage) {
        return stage.equals("pretrain")
                ? List.of("gradient-norm", "learning-rate", "loss", "validation-loss")
                : List.of();
    }

    @Override
    public List<MetricPoint> metrics(String stage, String name) {
        int every = name.equals("validation-loss") ? 50 : 1;
        return LongStream.rangeClosed(1, 400)
                .filter(step -> step % every == 0)
                .mapToObj(step -> new MetricPoint(step, value(name, step)))
                .toList();
    }

    private static double value(String name, long step) {
        return name.equals("learning-rate")
                ? 0.003 * Math.min(step / 40.0, 0.55 + 0.45 * Math.cos(step * Math.PI / 400))
                : 3.1 + 6 * Math.exp(-step / 60.0) + 0.12 * Math.sin(step * 1.7) * (name.equals("loss") ? 1 : 0.2);
    }

    @Override
    public Optional<JsonNode> scores() {
        return Optional.of(Json.parse(SampleScores.JSON, JsonNode.class));
    }

    @Override
    public Optional<CorpusShelf> corpus() {
        return Optional.of(new Shelf());
    }

    @Override
    public Optional<Overlap> index() {
        return Optional.of(new Index());
    }

    @Override
    public List<String> modelNames() {
        return models().stream().map(TextModel::id).toList();
    }

    @Override
    public List<TextModel> models() {
        return withModel ? List.of(new Parrot()) : List.of();
    }

    @Override
    public void close() {}

    private static Document document() {
        return new Document(
                PAGE.id(),
                TEXT,
                PAGE.uri(),
                PAGE.collection(),
                PAGE.licence(),
                PAGE.date(),
                PAGE.language(),
                new TreeMap<>(Map.of("title", PAGE.title(), "split", "train", "symbols", "0.031")));
    }

    private record Shelf() implements CorpusShelf {
        @Override
        public JsonNode statistics() {
            return Json.parse(SampleScores.STATISTICS, JsonNode.class);
        }

        @Override
        public List<Removal> removedSamples() {
            return List.of(
                    new Removal(document(), "length", "41", "at least 200", ""),
                    new Removal(document(), "near-duplicate", "0.93", "below 0.80", PAGE.id()));
        }

        @Override
        public Optional<Document> find(String id) {
            return Optional.of(document()).filter(found -> found.id().equals(id));
        }
    }

    private record Index() implements Overlap {
        @Override
        public long count(String text) {
            return find(text, 1).size() * 128L;
        }

        @Override
        public List<Hit> find(String text, int limit) {
            int at = TEXT.indexOf(text);
            return at < 0
                    ? List.of()
                    : List.of(new Hit(PAGE, at, TEXT.substring(0, at), text, TEXT.substring(at + text.length())));
        }

        @Override
        public List<TextHit> text(String query, int limit) {
            return List.of(new TextHit(PAGE, 7.25, 0, TEXT));
        }

        @Override
        public Trace trace(String answer) {
            List<TracedSpan> spans = new ArrayList<>();
            span(answer, "指定された文字列が<b>空</b>かどうかを判定する。", 3, 1e-40, spans);
            span(answer, "判定する。 Returns the", 17, 1e-9, spans);
            return new Trace(answer, spans);
        }

        private static void span(String answer, String text, long count, double expected, List<TracedSpan> spans) {
            int at = answer.indexOf(text);
            int place = Math.max(0, TEXT.indexOf(text));
            if (at >= 0) {
                TracedDocument page = new TracedDocument(
                        PAGE, place, TEXT.substring(0, place), "nullの場合は真を返す。", List.of(12, 140, 333));
                spans.add(new TracedSpan(at, at + text.length(), text, count, expected, List.of(page)));
            }
        }
    }

    /** Says the same whatever it is asked, a few characters at a time, as long as it may. */
    private final class Parrot implements TextModel {
        @Override
        public String id() {
            return "sample-tuned";
        }

        @Override
        public String contentHash() {
            return "feedbeef".repeat(8);
        }

        @Override
        public int context() {
            return 64;
        }

        @Override
        public int endToken() {
            return 2;
        }

        @Override
        public int[] text(String prompt) {
            return prompt.codePoints().toArray();
        }

        @Override
        public int[] conversation(List<Message> messages) {
            return messages.stream()
                    .flatMapToInt(message -> message.content().codePoints())
                    .toArray();
        }

        @Override
        public Written write(int[] prompt, Sampling sampling, Predicate<String> onText) {
            String endless = ANSWER.repeat(sampling.maximalTokens() > 300 ? 10_000 : 1);
            int drawn = 0;
            while (drawn < sampling.maximalTokens() && drawn < endless.length()) {
                written.incrementAndGet();
                if (!onText.test(endless.substring(drawn, ++drawn))) {
                    return new Written(drawn, false);
                }
            }
            return new Written(drawn, drawn == sampling.maximalTokens());
        }
    }
}
