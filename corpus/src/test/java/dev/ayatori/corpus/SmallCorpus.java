package dev.ayatori.corpus;

import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.filter.FilterSettings;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds a corpus of a few records for tests. */
public final class SmallCorpus {
    private static final String[] NOUNS = {"loop", "figure", "thread", "finger", "bridge", "star", "net", "palm"};
    private static final String[] ACTIONS = {"holds", "drops", "passes over", "picks up", "turns around", "leaves"};

    private final Path folder;
    private final List<Map<String, String>> records = new ArrayList<>();

    public SmallCorpus(Path folder) {
        this.folder = folder;
    }

    /** Adds a record. */
    public SmallCorpus add(String url, String text) {
        records.add(new TreeMap<>(Map.of("url", url, "text", text)));
        return this;
    }

    /** English of so many sentences that no two seeds share. */
    public static String english(long seed, int sentences) {
        Random random = new Random(seed);
        return random.ints(sentences)
                .mapToObj(i -> "The " + NOUNS[random.nextInt(NOUNS.length)] + " of " + word(random) + " "
                        + ACTIONS[random.nextInt(ACTIONS.length)] + " " + word(random) + " and the " + word(random)
                        + " is a " + word(random) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return Integer.toString(random.nextInt(1 << 30), 36).replaceAll("\\d", "e");
    }

    /** The default settings with other bounds. */
    public static CorpusSettings bounded(Map<String, String> bounds) {
        CorpusSettings plain = CorpusSettings.defaults();
        FilterSettings filters = plain.filters();
        return new CorpusSettings(
                plain.languages(),
                plain.languageModels(),
                plain.priority(),
                plain.repeatedLines(),
                new FilterSettings(filters.preset(), Map.of(), bounds, List.of(), List.of(), List.of(), List.of()),
                plain.duplicates(),
                plain.privacy(),
                plain.decontamination(),
                plain.split(),
                7,
                false,
                List.of());
    }

    /** Builds all of it in the run of this name. */
    public Artifact build(String run, CorpusSettings settings) throws IOException, InterruptedException {
        return build(run, settings, 2);
    }

    /** Builds all of it on so many threads. */
    public Artifact build(String run, CorpusSettings settings, int threads) throws IOException, InterruptedException {
        Path file = folder.resolve("records.jsonl");
        Files.write(file, records.stream().map(Json::line).toList());
        var sources = new SourcesSettings(
                List.of(), List.of(new FileCollection("web", "CC0-1.0", file.toString(), "", ReadSettings.defaults())));
        var resources = new Resources(threads, folder.resolve("cache"));
        try (RunFolder at = RunFolder.lock(folder.resolve("runs"), run)) {
            at.produce(new FetchSources(sources), resources, Progress.silent());
            return at.produce(new BuildCorpus(settings), resources, Progress.silent())
                    .artifact();
        }
    }
}
