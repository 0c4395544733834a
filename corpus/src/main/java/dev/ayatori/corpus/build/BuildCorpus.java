package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.engine.LocalEngine;
import dev.ayatori.corpus.filter.FilterSet;
import dev.ayatori.corpus.language.LanguageDetector;
import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.read.InputFiles;
import dev.ayatori.track.Json;
import dev.ayatori.track.Resources;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stage "corpus": from the pages of the sources to documents kept or removed, each with its reasons.
 *
 * <p>The steps are those of the package; an engine runs them, and which one and how large it is decides nothing.
 */
public final class BuildCorpus implements Stage {
    private final CorpusSettings settings;
    private final Function<Resources, CorpusEngine> engines;

    /** The stage with these settings, on threads of this process. */
    public BuildCorpus(CorpusSettings settings) {
        this(settings, resources -> new LocalEngine(new EngineSettings(resources.threads(), 0, "", new TreeMap<>())));
    }

    /** The stage with these settings, on an engine that is started for it. */
    public BuildCorpus(CorpusSettings settings, Function<Resources, CorpusEngine> engines) {
        this.settings = settings;
        this.engines = engines;
    }

    @Override
    public String name() {
        return "corpus";
    }

    @Override
    public int revision() {
        return 9;
    }

    @Override
    public CorpusSettings settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("sources");
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        checkFiles();
        List<InputFile> files = InputFiles.list(context.input("sources").folder());
        try (CorpusEngine engine = engines.apply(context.resources())) {
            Job job = new Job(
                    context.folder().resolve("work").toString(),
                    context.folder().toString(),
                    Json.line(settings),
                    ranking(files),
                    engine.memoryPerTask());
            Built built = new Steps(job, new Journal(job, engine, context.progress())).build(Partition.of(files));
            return new Finish(job, built).run();
        }
    }

    /** Lists and models that are missing are missed now, not when all pages have been read. */
    private void checkFiles() {
        FilterSet.load(settings.filters());
        LanguageDetector.of(settings.languageModels());
    }

    /** Collections in the order of the settings, then by name. */
    private List<String> ranking(List<InputFile> files) {
        Stream<String> others = files.stream().map(InputFile::collection).sorted();
        return Stream.concat(settings.priority().stream(), others).distinct().toList();
    }
}
