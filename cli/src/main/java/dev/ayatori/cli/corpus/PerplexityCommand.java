package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.TextLines;
import dev.ayatori.corpus.ngram.NgramModel;
import dev.ayatori.corpus.ngram.Perplexity;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus perplexity}: how well a language model foretells lines of text. */
@Command(
        name = "perplexity",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the perplexity of each line under a model, and before all of them that of the whole.",
            "With --cutoffs, the perplexities below which a third and two thirds of the lines lie: a recipe that names"
                    + " them under corpus.filters.ngrams tells head, middle and tail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus perplexity wikipedia.arpa --unit characters --lines texts.txt",
            "  ayatori corpus perplexity wikipedia.arpa.gz --lines sample.txt --cutoffs --json"
        })
@SuppressWarnings("NullAway.Init")
final class PerplexityCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(index = "0", paramLabel = "MODEL", description = "an ARPA file of any tool, plain or .gz")
    private Path model;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "what its words are of a text: ${COMPLETION-CANDIDATES} (default: words)")
    private TextUnit unit = TextUnit.WORDS;

    @Option(names = "--lines", paramLabel = "FILE", description = "what to judge (default: standard input)")
    private String lines = "-";

    @Option(names = "--cutoffs", description = "only where head, middle and tail part; a line is a document")
    private boolean cutoffs;

    @Override
    public Integer call() {
        Progress progress = output.progress();
        NgramModel read = NgramModel.read(model, unit, progress);
        List<Perplexity> each = new ArrayList<>();
        progress.start("judging", 0, "lines");
        TextLines.of(lines, line -> {
            each.add(read.perplexity(line));
            progress.advance(1);
        });
        progress.finish();
        if (cutoffs) {
            Cutoffs found = Cutoffs.of(each);
            output.print(found, found::text);
        } else {
            Judged judged = Judged.of(each);
            output.print(judged, judged::text);
        }
        return 0;
    }

    /** Of the whole, and of each line. */
    private record Judged(double perplexity, List<Double> lines) {
        static Judged of(List<Perplexity> lines) {
            return new Judged(
                    lines.stream().reduce(Perplexity.NONE, Perplexity::plus).value(),
                    lines.stream().map(Perplexity::value).toList());
        }

        String text() {
            return number(perplexity) + lines.stream().map(Judged::number).collect(Collectors.joining());
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.6g%n", value);
        }
    }

    /** The largest perplexities of the head and of the middle of some documents; empty ones do not count. */
    private record Cutoffs(long documents, double head, double middle) {
        static Cutoffs of(List<Perplexity> lines) {
            double[] sorted = lines.stream()
                    .filter(line -> line.units() > 0)
                    .mapToDouble(Perplexity::value)
                    .sorted()
                    .toArray();
            if (sorted.length < 3) {
                throw new IllegalArgumentException(
                        "--lines must have at least 3 lines with text, but has " + sorted.length);
            }
            return new Cutoffs(sorted.length, sorted[sorted.length / 3 - 1], sorted[2 * sorted.length / 3 - 1]);
        }

        String text() {
            return String.format(Locale.ROOT, "head: %.6g%nmiddle: %.6g%n%d documents%n", head, middle, documents);
        }
    }
}
