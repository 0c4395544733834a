package dev.ayatori.cli.command;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus}: the documents, kept and removed. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Builds a corpus, and shows it and the decisions on its documents.",
        subcommands = {CorpusBuildCommand.class, ClassifierCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus build --run web pages/*.warc.gz",
            "  ayatori corpus inspect",
            "  ayatori corpus why 0123456789abcdef"
        })
public final class CorpusCommand extends CommandGroup {
    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the funnel: what went in, what stayed, which rule took the rest, and samples of that.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus inspect --samples 5")
    int inspect(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Option(
                            names = "--samples",
                            paramLabel = "N",
                            defaultValue = "2",
                            description = "how many removed documents to show of each rule (default: 2)")
                    int samples) {
        Inspection inspection = Inspection.of(Corpus.open(run.artifact("corpus")), samples);
        output.print(inspection, inspection::text);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Tells one document's story: kept or removed, by which rule, with which value.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus why 0123456789abcdef")
    int why(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Parameters(paramLabel = "ID", description = "a document's id, the beginning of it, or its whole uri")
                    String id) {
        Story story = Story.of(run.artifact("corpus"), id);
        output.print(story, story::text);
        return 0;
    }
}
