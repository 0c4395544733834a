package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.MemorySize;
import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.RunOptions;
import dev.ayatori.corpus.publish.Publications;
import dev.ayatori.corpus.publish.ShardFormat;
import dev.ayatori.release.PublishCorpus;
import dev.ayatori.track.Artifact;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus publish}: a corpus for others. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the kept documents of a run's corpus for others: Parquet or JSON lines (zstd), with a data card that"
                    + " counts them by source, language and licence, tells filters and thresholds, and hashes.",
            "`ayatori release verify DIR` checks it record by record; the run notes where it went, so that a take-down finds it."
        },
        footerHeading = "%nExample:%n",
        footer = "  ayatori corpus publish --run web --format jsonl --name \"Our pages\" our-pages")
@SuppressWarnings("NullAway.Init")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR", description = "a folder that is not there yet")
    private Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", description = "parquet or jsonl (default: parquet)")
    private ShardFormat format = ShardFormat.PARQUET;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "what the card calls it (default: the name of the run)")
    private String name = "";

    @Option(names = "--shard", paramLabel = "SIZE", description = "text of one file, such as 256m (default: 256m)")
    private String shard = "256m";

    @Override
    public Integer call() {
        PublishCorpus publish =
                new PublishCorpus(name.isEmpty() ? run.name() : name, format, MemorySize.of("--shard", shard));
        Artifact corpus = run.artifact("corpus");
        Path written = publish.write(run.artifact("sources"), corpus, folder.toAbsolutePath());
        Publications.add(run.folder(), new Publications.Publication(corpus.contentHash(), written));
        output.print(
                written.toString(),
                () -> folder + " is written and checked; `ayatori release verify " + folder + "` checks it again");
        return 0;
    }
}
