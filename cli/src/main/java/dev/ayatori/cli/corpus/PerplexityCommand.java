package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.TextLines;
import dev.ayatori.corpus.ngram.NgramModel;
import dev.ayatori.corpus.ngram.Perplexity;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/** {@code ayatori corpus perplexity}: how well a language model foretells lines of text. */
@Command(
        name = "perplexity",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the perplexity of each line, or record, under a model, and before all of them that of the whole.",
            "With --cutoffs, the perplexities up to which a third and two thirds of the documents lie: a recipe that names"
                    + " them under corpus.filters.ngrams tells head, middle and tail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus perplexity wikipedia.arpa --unit characters --lines texts.txt",
            "  ayatori corpus perplexity wikipedia.arpa.gz --lines pages.jsonl --text text --cutoffs"
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

    @Option(
            names = "--text",
            paramLabel = "FIELD",
            description =
                    "the lines are JSON records; judges the field of each that holds its text, of many lines or one")
    private String field = "";

    @Option(names = "--cutoffs", description = "only where head, middle and tail part; a line or record is a document")
    private boolean cutoffs;

    @Override
    public Integer call() {
        Progress progress = output.progress();
        NgramModel read = NgramModel.read(model, unit, progress);
        List<Perplexity> each = new ArrayList<>();
        progress.start("judging", 0, "lines");
        TextLines.of(lines, line -> {
            each.add(read.perplexity(field.isEmpty() ? line : text(line, each.size() + 1)));
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

    private String text(String line, int number) {
        try {
            if (Json.parse(line, Map.class).get(field) instanceof String text) {
                return text;
            }
            throw new AyatoriException("line %d of %s has no text in a field \"%s\"; name another with --text"
                    .formatted(number, lines, field));
        } catch (JacksonException e) {
            throw new AyatoriException(
                    "line %d of %s is no JSON record; leave --text out where lines are texts".formatted(number, lines),
                    e);
        }
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
                        "--cutoffs needs at least 3 documents with text, but there are " + sorted.length);
            }
            return new Cutoffs(sorted.length, sorted[sorted.length / 3 - 1], sorted[2 * sorted.length / 3 - 1]);
        }

        String text() {
            return String.format(Locale.ROOT, "head: %.6g%nmiddle: %.6g%n%d documents%n", head, middle, documents);
        }
    }
}
