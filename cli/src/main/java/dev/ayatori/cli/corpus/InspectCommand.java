package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.RunOptions;
import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.report.CorpusReport;
import dev.ayatori.corpus.report.ReportPage;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ayatori corpus inspect}: what stayed of what went in, in words or as a page. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows the funnel: what went in, what stayed, which rule took the rest, and samples of that.",
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori corpus inspect --samples 5", "  ayatori corpus inspect --html corpus.html"})
@SuppressWarnings("NullAway.Init")
final class InspectCommand implements Callable<Integer> {
    private static final int PAGE_SAMPLES = 4;

    @Mixin
    private RunOptions run;

    @Mixin
    private Output output;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "how many removed documents to show of each rule (default: 2)")
    private int samples = 2;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write one page with pictures of it, for a browser, instead")
    private Optional<Path> page = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (samples < 0) {
            throw new ParameterException(spec.commandLine(), "--samples must be 0 or more, but is " + samples);
        }
        Artifact corpus = run.artifact("corpus");
        if (page.isPresent()) {
            write(page.get(), ReportPage.of(CorpusReport.of(corpus, Math.max(samples, PAGE_SAMPLES)), run.name()));
            output.print(page.get().toString(), () -> page.get() + " shows the corpus; open it in a browser");
            return 0;
        }
        Inspection inspection = Inspection.of(Corpus.open(corpus), samples);
        output.print(inspection, inspection::text);
        return 0;
    }

    private static void write(Path file, String page) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new AyatoriException("cannot write " + file + ": there is no folder " + folder + "; make it first");
        }
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
