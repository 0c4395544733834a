package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.MachineOptions;
import dev.ayatori.cli.command.MemorySize;
import dev.ayatori.cli.command.Output;
import dev.ayatori.corpus.ngram.NgramSettings;
import dev.ayatori.corpus.ngram.NgramTrainer;
import dev.ayatori.corpus.ngram.NgramTrainer.Trained;
import dev.ayatori.corpus.ngram.TextUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus ngrams}: learns a language model of n-grams. */
@Command(
        name = "ngrams",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a language model of n-grams from the lines of a text: modified Kneser-Ney, out of core.",
            "The model is an ARPA file, equal for any memory and threads; beside it stands MODEL.partial until it is done,"
                    + " and may need ten times the room of the text."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus ngrams --unit characters wikipedia.txt wikipedia.arpa",
            "  ayatori corpus ngrams --memory 2g --least-count 2 --prune 0,0,1 pages.txt.gz pages.arpa"
        })
@SuppressWarnings("NullAway.Init")
final class NgramsCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions machine;

    @Mixin
    private Output output;

    @Option(names = "--order", paramLabel = "N", description = "longest n-gram (default: ${DEFAULT-VALUE})")
    private int order = NgramSettings.defaults().order();

    @Option(names = "--unit", paramLabel = "UNIT", description = "${COMPLETION-CANDIDATES} (default: words)")
    private TextUnit unit = TextUnit.WORDS;

    @Option(
            names = "--least-count",
            paramLabel = "N",
            description = "words seen less often are unknown ones (default: ${DEFAULT-VALUE})")
    private long leastCount = 1;

    @Option(
            names = "--prune",
            split = ",",
            paramLabel = "N",
            description =
                    "leaves out n-grams seen so often or less, by their length; the last number is for all longer ones"
                            + " (default: 0)")
    private List<Integer> prune = List.of(0);

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "to fill with words and n-grams before the disk is used (default: ${DEFAULT-VALUE})")
    private String memory = "512m";

    @Parameters(index = "0", paramLabel = "TEXT", description = "UTF-8, plain or .gz, a sentence or paragraph a line")
    private Path text;

    @Parameters(index = "1", paramLabel = "MODEL", description = "the file to write")
    private Path model;

    @Override
    public Integer call() {
        NgramSettings settings = new NgramSettings(order, unit, leastCount, prune);
        int threads = machine.resources().threads();
        Trained trained = new NgramTrainer(settings, memory(), threads, output.progress()).train(text, model);
        output.print(trained, () -> text(trained));
        return 0;
    }

    private long memory() {
        long wanted = MemorySize.of("--memory", memory);
        long heap = Runtime.getRuntime().maxMemory();
        if (wanted > heap / 4 * 3) {
            throw new IllegalArgumentException(
                    "--memory %s is more than three quarters of the heap of %d MB; AYATORI_OPTS=-Xmx8g makes that larger"
                            .formatted(memory, heap >> 20));
        }
        return wanted;
    }

    private String text(Trained trained) {
        String ngrams = trained.ngrams().stream()
                .map(count -> String.format(Locale.ROOT, "%,d", count))
                .collect(Collectors.joining(" + "));
        return String.format(
                Locale.ROOT,
                "%s knows %,d words and %s n-grams of %,d lines%n",
                model,
                trained.words(),
                ngrams,
                trained.lines());
    }
}
