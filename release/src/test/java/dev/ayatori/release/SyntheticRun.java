package dev.ayatori.release;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.evaluate.Score;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Parameter;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Manifest;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Recorded;
import dev.ayatori.track.Resources;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;

/** The artifacts of a run, as small as a release can be made of, below one folder. */
record SyntheticRun(Path folder) {
    static final Gpt2Shape SHAPE = new Gpt2Shape(1, 8, 2, 16, Vocabulary.FIXED);
    static final Score WON =
            new Score("bits-per-byte", "validation", "all", "tuned", 2.3456, 2.3, 2.4, 120, "bits/byte");
    static final Score LOST = new Score("accuracy", "choice", "ja", "chance", 0.25, 0.25, 0.25, 600, "share");

    static final Score PAIR =
            new Score("difference", "validation", "all", "tuned - unigram", -0.5, -0.6, -0.4, 120, "bits/byte");
    static final Score SIZE = new Score("sample-bytes", "validation", "all", "corpus", 9999, 9999, 9999, 120, "bytes");

    /** Where somebody's files lie, and what must not be read: neither is for strangers. */
    static final String PLACE = "/home/somebody/";

    static final String TAKEN_DOWN = "https://gone.example/page";

    static SyntheticRun write(Path folder) throws IOException {
        SyntheticRun run = new SyntheticRun(folder);
        for (String stage : new WriteRelease(ReleaseSettings.defaults()).inputs()) {
            Files.createDirectories(folder.resolve(stage));
        }
        Json.write(
                folder.resolve("sources/sources.json"),
                new SourceList(
                        List.of(source("maven:g:a:1:javadoc", "ab12"), source("file:" + PLACE + "notes", "cd34"))));
        Json.write(folder.resolve("corpus/stats.json"), statistics());
        HuggingFaceTokenizer.write(folder.resolve("tokenizer/tokenizer.json"), Vocabulary.ofLearned(List.of()));
        Files.writeString(folder.resolve("tokenizer/tokenizer.model"), "pieces");
        Json.write(folder.resolve("evaluate/scores.json"), List.of(WON, LOST, PAIR, SIZE));
        writeModel(Files.createDirectories(folder.resolve("tune/model")));
        return run;
    }

    private static StoredSource source(String uri, String sha256) {
        return new StoredSource(
                uri,
                uri.startsWith("file") ? "notes" : "manuals",
                "Apache-2.0",
                "",
                "2024-01-02",
                "a.jar",
                9,
                sha256,
                ReadSettings.defaults());
    }

    StageResult release(Path target) throws IOException {
        Map<String, Artifact> inputs = new TreeMap<>();
        WriteRelease stage = new WriteRelease(ReleaseSettings.defaults(), List.of(jarOf(ObjectMapper.class)));
        for (String name : stage.inputs()) {
            inputs.put(name, new Artifact(folder.resolve(name), manifest(name)));
        }
        Files.createDirectories(target);
        return stage.run(new StageContext(
                target, inputs, new Resources(1, target), Progress.silent(), (name, step, value) -> {}));
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static Manifest manifest(String name) {
        return new Manifest(
                name,
                Manifest.FORMAT_VERSION,
                3,
                List.of(),
                Json.tree(Map.of(
                        "limit",
                        Map.of("minimalCharacters", 17),
                        "takedown",
                        List.of(TAKEN_DOWN),
                        "lists",
                        List.of(Map.of("address", PLACE + "words.txt")))),
                List.of(),
                Map.of("documents", 1_234L),
                "records",
                "hash-of-" + name,
                new Recorded("2026-01-01T00:00:00Z", 1, "machine", "version"));
    }

    private static CorpusStatistics statistics() {
        SortedMap<String, CorpusStatistics.Flow> flows = new TreeMap<>();
        flows.put("manuals", new CorpusStatistics.Flow(new Tally(10, 5_000), new Tally(7, 3_210)));
        SortedMap<String, Tally> removed = new TreeMap<>(Map.of("near-duplicate", new Tally(3, 1_790)));
        SortedMap<String, SortedMap<String, Tally>> splits = new TreeMap<>();
        splits.put("ja", new TreeMap<>(Map.of("train", new Tally(6, 3_000), "validation", new Tally(1, 210))));
        return new CorpusStatistics(
                new Tally(10, 5_000),
                new Tally(7, 3_210),
                0,
                flows,
                new TreeMap<>(),
                removed,
                splits,
                new CorpusStatistics.Clusters(7, 1, "", 0),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static void writeModel(Path model) throws IOException {
        Json.write(
                model.resolve("config.json"),
                Map.of(
                        "model_type", "gpt2",
                        "n_layer", SHAPE.layers(),
                        "n_embd", SHAPE.width(),
                        "n_head", SHAPE.heads(),
                        "n_positions", SHAPE.context(),
                        "vocab_size", SHAPE.vocabulary(),
                        "eos_token_id", 2));
        Files.writeString(model.resolve("generation_config.json"), "{}");
        writeWeights(model.resolve("model.safetensors"), SHAPE.decoder().parameters());
    }

    /** Tensors of zeros. */
    static void writeWeights(Path file, List<Parameter> parameters) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        long end = 0;
        for (Parameter parameter : parameters) {
            long begin = end;
            end += parameter.size() * Float.BYTES;
            header.put(
                    parameter.name(),
                    Map.of("dtype", "F32", "shape", parameter.shape(), "data_offsets", List.of(begin, end)));
        }
        byte[] json = Json.line(header).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + json.length + (int) end).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(json.length).put(json).array());
    }
}
