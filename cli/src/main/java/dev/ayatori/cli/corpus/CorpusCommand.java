package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.MemorySize;
import dev.ayatori.cli.command.TextLines;
import dev.ayatori.corpus.ngram.ArpaModel;
import dev.ayatori.corpus.ngram.NgramSettings;
import dev.ayatori.corpus.ngram.NgramTrainer;
import dev.ayatori.corpus.ngram.Perplexity;
import dev.ayatori.corpus.ngram.TextUnit;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus}: the documents, kept and removed. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Builds a corpus, and shows it and the decisions on its documents.",
        subcommands = {
            BuildCommand.class,
            InspectCommand.class,
            WhyCommand.class,
            DiffCommand.class,
            TakedownCommand.class,
            PublishCommand.class,
            MaskCommand.class,
            DecontaminateCommand.class,
            ClassifierCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus build --run web pages/*.warc.gz",
            "  ayatori corpus inspect",
            "  ayatori corpus why 0123456789abcdef",
            "  ayatori corpus mask --lines letters.txt",
            "  ayatori corpus decontaminate --set jnli=valid.jsonl:sentence1,sentence2"
        })
public final class CorpusCommand {
    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Learns a language model of n-grams from the lines of a text: modified Kneser-Ney, out of core.",
                "The model is an ARPA file, equal for any memory."
            },
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus ngrams --unit characters --memory 1g wikipedia.txt wikipedia.arpa")
    int ngrams(
            @Option(
                            names = "--order",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "longest n-gram (default: 5)")
                    int order,
            @Option(
                            names = "--unit",
                            paramLabel = "UNIT",
                            defaultValue = "words",
                            description = "${COMPLETION-CANDIDATES} (default: words)")
                    TextUnit unit,
            @Option(
                            names = "--memory",
                            paramLabel = "SIZE",
                            defaultValue = "512m",
                            description = "of the buffer for sorting (default: 512m)")
                    String memory,
            @Parameters(index = "0", paramLabel = "TEXT", description = "UTF-8, a sentence or paragraph a line")
                    Path text,
            @Parameters(index = "1", paramLabel = "MODEL", description = "the file to write") Path model) {
        NgramTrainer.train(new NgramSettings(order, unit), text, model, MemorySize.of("--memory", memory));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Tells the perplexity of each line under a model, and before all of them that of the whole.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus perplexity wikipedia.arpa --unit characters --lines texts.txt")
    int perplexity(
            @Parameters(index = "0", paramLabel = "MODEL", description = "an ARPA file") Path model,
            @Option(
                            names = "--unit",
                            paramLabel = "UNIT",
                            defaultValue = "words",
                            description = "what its words are of a text: ${COMPLETION-CANDIDATES} (default: words)")
                    TextUnit unit,
            @Option(
                            names = "--lines",
                            paramLabel = "FILE",
                            defaultValue = "-",
                            description = "what to judge (default: standard input)")
                    String lines) {
        ArpaModel read = ArpaModel.read(model, unit);
        List<Perplexity> each = new ArrayList<>();
        TextLines.of(lines, line -> each.add(read.perplexity(line)));
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "%.6g%n",
                each.stream().reduce(Perplexity.NONE, Perplexity::plus).value());
        each.forEach(line -> out.printf(Locale.ROOT, "%.6g%n", line.value()));
        out.flush();
        return 0;
    }
}
