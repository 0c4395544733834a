package dev.ayatori.cli.command;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.OverlapReport;
import dev.ayatori.corpus.Story;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationSet;
import dev.ayatori.corpus.decontaminate.OverlapAction;
import dev.ayatori.corpus.ngram.ArpaModel;
import dev.ayatori.corpus.ngram.NgramSettings;
import dev.ayatori.corpus.ngram.NgramTrainer;
import dev.ayatori.corpus.ngram.Perplexity;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.corpus.privacy.Finding;
import dev.ayatori.corpus.privacy.PersonalData;
import dev.ayatori.corpus.privacy.PersonalKind;
import dev.ayatori.corpus.privacy.PrivacySettings;
import dev.ayatori.corpus.report.CorpusReport;
import dev.ayatori.corpus.report.ReportPage;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
            "  ayatori corpus why 0123456789abcdef",
            "  ayatori corpus mask --lines letters.txt",
            "  ayatori corpus decontaminate --set jnli=valid.jsonl:sentence1,sentence2"
        })
public final class CorpusCommand extends CommandGroup {
    private static final int PAGE_SAMPLES = 4;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the funnel: what went in, what stayed, which rule took the rest, and samples of that.",
            footerHeading = "%nExamples:%n",
            footer = {"  ayatori corpus inspect --samples 5", "  ayatori corpus inspect --html corpus.html"})
    int inspect(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Option(
                            names = "--samples",
                            paramLabel = "N",
                            defaultValue = "2",
                            description = "how many removed documents to show of each rule (default: 2)")
                    int samples,
            @Option(
                            names = "--html",
                            paramLabel = "FILE",
                            description = "write one page with pictures of it, for a browser, instead")
                    Optional<Path> page) {
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
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
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

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Masks the personal data in lines of text, or tells it with --json.",
                "A corpus masks, counts or drops it where its recipe says so: corpus.privacy.email: mask."
            },
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus mask --lines letters.txt --kinds email,phone --json")
    int mask(
            @Mixin Output output,
            @Option(
                            names = "--lines",
                            defaultValue = "-",
                            paramLabel = "FILE",
                            description = "what to look at (default: standard input)")
                    String lines,
            @Option(
                            names = "--kinds",
                            split = ",",
                            paramLabel = "KIND",
                            defaultValue = "email,phone,ip_address,card_number,my_number,postal_address",
                            description = "${COMPLETION-CANDIDATES} (default: all)")
                    Set<PersonalKind> kinds,
            @Option(names = "--private-networks", description = "counts addresses of private networks, too")
                    boolean privateNetworks) {
        PersonalData data = new PersonalData(PrivacySettings.masking(kinds, privateNetworks));
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        TextLines.of(lines, line -> {
            List<Finding> findings = data.find(line);
            out.println(output.isJson() ? Json.line(findings) : data.mask(line, findings));
        });
        out.flush();
        return 0;
    }

    /** Evaluation sets, and what counts as an overlap. */
    static final class Sets {
        @Option(
                names = "--set",
                required = true,
                paramLabel = "NAME=FILE:FIELDS",
                description = "JSON lines, and the fields whose texts are looked for, parted by commas")
        private Map<String, String> sets = Map.of();

        @Option(names = "--id", paramLabel = "FIELD", description = "names an item (default: the number of its line)")
        private String id = "";

        @Option(names = "--words", paramLabel = "N", description = "words of an n-gram (default: ${DEFAULT-VALUE})")
        private int words = DecontaminationSettings.defaults().words();

        @Option(
                names = "--characters",
                paramLabel = "N",
                description = "characters of an n-gram where no spaces part words (default: ${DEFAULT-VALUE})")
        private int characters = DecontaminationSettings.defaults().characters();

        @Option(
                names = "--threshold",
                paramLabel = "SHARE",
                description = "of a text's n-grams from which it is an overlap (default: ${DEFAULT-VALUE})")
        private double threshold = DecontaminationSettings.defaults().threshold();

        DecontaminationSettings settings() {
            List<EvaluationSet> all = new ArrayList<>();
            new TreeMap<>(sets).forEach((name, place) -> {
                int colon = place.lastIndexOf(':');
                if (colon < 0) {
                    throw new IllegalArgumentException("--set must be NAME=FILE:FIELDS, but is " + name + "=" + place);
                }
                PinnedFile file = PinnedFile.at(Path.of(place.substring(0, colon)));
                List<String> fields = List.of(place.substring(colon + 1).split(","));
                all.add(new EvaluationSet(name, file.address(), file.sha256(), id, fields));
            });
            int shortest = DecontaminationSettings.defaults().shortest();
            return new DecontaminationSettings(all, OverlapAction.REPORT, words, characters, shortest, threshold);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Finds texts of evaluation sets in the documents of a corpus: where, which, and how much of each.",
                "A corpus leaves such documents out where its recipe names the sets: corpus.decontamination.sets."
            },
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus decontaminate --set jnli=valid.jsonl:sentence1,sentence2 --samples 20")
    int decontaminate(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Mixin Sets sets,
            @Option(
                            names = "--samples",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "how many overlaps to show, best first (default: 20)")
                    int samples) {
        try (Stream<Document> documents = Corpus.open(run.artifact("corpus")).documents()) {
            OverlapReport report = OverlapReport.of(documents, sets.settings());
            output.print(report, () -> report.text(samples));
        }
        return 0;
    }

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
