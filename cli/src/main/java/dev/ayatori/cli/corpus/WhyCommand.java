package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.RunOptions;
import dev.ayatori.corpus.Story;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus why}: the decisions on one document. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Tells one document's story: kept or removed, by which rule, with which value.",
        footerHeading = "%nExample:%n",
        footer = "  ayatori corpus why 0123456789abcdef")
@SuppressWarnings("NullAway.Init")
final class WhyCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "ID", description = "a document's id, the beginning of it, or its whole uri")
    private String id;

    @Override
    public Integer call() {
        Story story = Story.of(run.artifact("corpus"), id);
        output.print(story, story::text);
        return 0;
    }
}
