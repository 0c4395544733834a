package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.corpus.diff.CorpusDiff;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ayatori corpus diff}: two corpora side by side. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells what the second of two corpora removes and brings back, by rule, with samples.",
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori corpus diff loose strict --samples 3", "  ayatori corpus diff runs/a/corpus /backup/corpus"
        })
@SuppressWarnings("NullAway.Init")
final class DiffCommand implements Callable<Integer> {
    @Parameters(arity = "2", paramLabel = "A B", description = "two runs by name, or folders of corpora")
    private List<String> corpora;

    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs (default: runs)")
    private Path runs = Path.of("runs");

    @Option(names = "--samples", paramLabel = "N", description = "documents to show of each change (default: 2)")
    private int samples = 2;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (samples < 0) {
            throw new ParameterException(spec.commandLine(), "--samples must be 0 or more, but is " + samples);
        }
        CorpusDiff diff = CorpusDiff.of(corpus(corpora.getFirst()), corpus(corpora.getLast()), samples);
        output.print(diff, diff::text);
        return 0;
    }

    private Artifact corpus(String name) {
        return Stream.of(runs.resolve(name).resolve("corpus"), Path.of(name))
                .filter(folder -> Files.exists(folder.resolve("manifest.json")))
                .findFirst()
                .map(Artifact::open)
                .orElseThrow(() -> new AyatoriException(
                        "there is no corpus " + runs.resolve(name).resolve("corpus") + " and none in " + name
                                + "; `ayatori track list` shows the runs"));
    }
}
