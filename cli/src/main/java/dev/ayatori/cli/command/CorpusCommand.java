package dev.ayatori.cli.command;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.Story;
import dev.ayatori.corpus.privacy.Finding;
import dev.ayatori.corpus.privacy.PersonalData;
import dev.ayatori.corpus.privacy.PersonalKind;
import dev.ayatori.corpus.privacy.PrivacySettings;
import dev.ayatori.track.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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
            "  ayatori corpus mask --lines letters.txt"
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
}
