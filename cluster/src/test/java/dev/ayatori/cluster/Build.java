package dev.ayatori.cluster;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationSet;
import dev.ayatori.corpus.engine.EngineProvider;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.filter.ClassifierRule;
import dev.ayatori.corpus.filter.PerplexityRule;
import dev.ayatori.corpus.ngram.ParagraphRule;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.corpus.privacy.PrivacyAction;
import dev.ayatori.corpus.privacy.PrivacySettings;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Production;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds a corpus from a folder of collections.
 *
 * @param runs the folder of runs
 * @param inputs a folder of which each entry is a collection
 */
record Build(Path runs, Path inputs) {
    /** A file in the folder of runs: an evaluation set of questions. */
    static final String QUESTIONS = "questions.jsonl";
    /** Beside it, a classifier that knows the label "loop". */
    static final String CLASSIFIER = "loops.bin";
    /** And a model of the n-grams of Japanese. */
    static final String NGRAMS = "figures.arpa";

    /** Arguments: the folder of runs, the folder of inputs, the run, the engine, its master, then KEY=VALUE properties. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> properties = new TreeMap<>();
        for (int i = 5; i < arguments.length; i++) {
            String[] property = arguments[i].split("=", 2);
            properties.put(property[0], property[1]);
        }
        new Build(Path.of(arguments[0]), Path.of(arguments[1]))
                .run(arguments[2], arguments[3], engine(2, arguments[4], properties));
    }

    static EngineSettings engine(int threads, String master, Map<String, String> properties) {
        return new EngineSettings(threads, 256 << 20, master, new TreeMap<>(properties));
    }

    /** The content hash of the corpus built by an engine. */
    String run(String name, String engine, EngineSettings settings) throws IOException, InterruptedException {
        Resources resources = new Resources(settings.threads(), runs.resolve("cache"));
        try (RunFolder run = RunFolder.lock(runs, name)) {
            run.produce(new FetchSources(new SourcesSettings(List.of(), collections())), resources, Progress.silent());
            BuildCorpus stage = new BuildCorpus(settings(), any -> EngineProvider.open(engine, settings));
            Production production = run.produce(stage, resources, Progress.silent());
            return production.artifact().contentHash();
        }
    }

    /**
     * The defaults, and copied lines and substrings and similar paragraphs are cut; where a file of questions stands beside
     * the runs, every step that is not taken by itself.
     */
    private CorpusSettings settings() {
        ObjectNode settings = (ObjectNode) Json.tree(CorpusSettings.defaults());
        ((ObjectNode) settings.get("duplicates"))
                .put("substringCharacters", 60)
                .put("passages", "LINE")
                .put("similarPassages", "PARAGRAPH");
        Path questions = runs.resolve(QUESTIONS);
        if (Files.notExists(questions)) {
            return Json.fromTree(settings, CorpusSettings.class);
        }
        PinnedFile file = PinnedFile.at(questions);
        EvaluationSet set = new EvaluationSet("figures", file.address(), file.sha256(), "", List.of("question"));
        PinnedFile classifier = PinnedFile.at(runs.resolve(CLASSIFIER));
        ClassifierRule loops =
                new ClassifierRule("loops", classifier.address(), classifier.sha256(), "loop", List.of());
        PinnedFile ngrams = PinnedFile.at(runs.resolve(NGRAMS));
        PerplexityRule perplexity = new PerplexityRule(
                "ja",
                ngrams.address(),
                ngrams.sha256(),
                TextUnit.CHARACTERS,
                new PerplexityRule.Cutoffs(100, 200),
                new ParagraphRule(10_000, 3, 0.02));
        ObjectNode filters = (ObjectNode) settings.get("filters");
        filters.set("classifiers", Json.tree(List.of(loops)));
        filters.set("ngrams", Json.tree(List.of(perplexity)));
        filters.set("bounds", Json.tree(Map.of("loops", ">= 0")));
        settings.set("privacy", Json.tree(PrivacySettings.all(PrivacyAction.MASK)));
        settings.set("decontamination", Json.tree(DecontaminationSettings.of(List.of(set))));
        settings.set("takedown", Json.tree(List.of("file:" + inputs.resolve("pages03.zip") + "!/page0003.html")));
        return Json.fromTree(settings, CorpusSettings.class);
    }

    private List<FileCollection> collections() throws IOException {
        try (Stream<Path> entries = Files.list(inputs)) {
            return entries.sorted()
                    .map(entry -> new FileCollection(
                            entry.getFileName().toString().replaceAll("\\..*", ""),
                            "Apache-2.0",
                            entry.toString(),
                            "",
                            ReadSettings.defaults()))
                    .toList();
        }
    }

    /** The same in a process of its own. */
    Process start(String name, String master, Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Build.class.getName(),
                runs.toString(),
                inputs.toString(),
                name,
                "spark",
                master));
        properties.forEach((key, value) -> command.add(key + "=" + value));
        File log = runs.resolve(name + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** The corpus of a run as it is being made. */
    Path work(String name) {
        return runs.resolve(name).resolve("corpus.partial").resolve("work");
    }

    /** Waits until so many tasks of a step are done. */
    void awaitNews(Process process, String name, String step, int count) throws IOException, InterruptedException {
        Path news = work(name).resolve(step);
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (Files.isDirectory(news)) {
                try (Stream<Path> files = Files.list(news)) {
                    if (files.filter(file -> file.toString().endsWith(".json")).count() >= count) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("it ended before it could be killed: " + log(name));
    }

    /** The end of what a process said. */
    String log(String name) {
        try {
            String all = Files.readString(runs.resolve(name + ".log"));
            return all.substring(Math.max(0, all.length() - 4000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content hash of a finished corpus. */
    String hash(String name) {
        return corpus(name).contentHash();
    }

    /** A finished corpus. */
    Artifact corpus(String name) {
        return Artifact.open(runs.resolve(name).resolve("corpus"));
    }
}
