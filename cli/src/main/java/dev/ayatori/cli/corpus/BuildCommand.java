package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.MachineOptions;
import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.corpus.takedown.TakedownList;
import dev.ayatori.track.Production;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ayatori corpus build}: a corpus by itself, from files, on this machine or on a cluster. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds a corpus from files, or from the sources of a recipe.",
            "What is up to date is skipped, what was interrupted goes on file by file. Engine, threads and memory"
                    + " change how fast it is built, never what it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus build --run web --memory 4g crawl=pages/*.warc.gz texts=data/*.jsonl.zst",
            "  ayatori corpus build --recipe recipes/quickstart.yaml",
            "  ayatori corpus build --run web --engine spark --master spark://host:7077 /shared/pages/*.warc.gz"
        })
@SuppressWarnings("NullAway.Init")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private InputOptions inputs;

    @Option(names = "--recipe", paramLabel = "FILE", description = "takes the settings of the recipe's corpus stage")
    private Optional<Path> recipe = Optional.empty();

    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs (default: runs)")
    private Path runs = Path.of("runs");

    @Option(names = "--run", paramLabel = "NAME", description = "the run (default: the recipe's name, or corpus)")
    private String name = "";

    @Option(names = "--strict", description = "fails when a page cannot be read, instead of setting it aside")
    private boolean strict;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private MachineOptions machine;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Optional<Recipe> read = recipe.map(file -> Recipe.read(file, Recipe.STAGES));
        SourcesSettings sources = inputs.any()
                ? inputs.sources()
                : read.map(each -> each.settings("sources", SourcesSettings.defaults()))
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "there is nothing to build from: name files, or a recipe with --recipe FILE"));
        CorpusSettings settings = read.map(each -> each.settings("corpus", CorpusSettings.defaults()))
                .orElseGet(CorpusSettings::defaults)
                .without(TakedownList.of(runs).entries());
        String run = name.isEmpty() ? read.map(Recipe::name).orElse("corpus") : name;
        List<Stage> stages = List.of(
                new FetchSources(sources), new BuildCorpus(strict ? settings.strictly() : settings, engine::open));
        List<Production> done = new ArrayList<>();
        try (RunFolder folder = RunFolder.lock(runs, run)) {
            for (Stage stage : stages) {
                done.add(folder.produce(stage, machine.resources(), output.progress()));
            }
        }
        output.print(Result.of(done.getLast()), () -> Result.of(done.getLast()).text());
        return 0;
    }

    /** What was built. */
    private record Result(String folder, String contentHash, boolean upToDate, double seconds, Inspection inspection) {
        static Result of(Production built) {
            return new Result(
                    built.artifact().folder().toString(),
                    built.artifact().contentHash(),
                    built.upToDate(),
                    built.time().toMillis() / 1000.0,
                    Inspection.of(dev.ayatori.corpus.Corpus.open(built.artifact()), 0));
        }

        String text() {
            return inspection.text()
                    + "%s %s in %.1f s, content hash %s%n"
                            .formatted(folder, upToDate ? "up to date" : "built", seconds, contentHash);
        }
    }
}
