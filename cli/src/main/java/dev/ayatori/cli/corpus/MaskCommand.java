package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.TextLines;
import dev.ayatori.corpus.privacy.Finding;
import dev.ayatori.corpus.privacy.PersonalData;
import dev.ayatori.corpus.privacy.PersonalKind;
import dev.ayatori.corpus.privacy.PrivacySettings;
import dev.ayatori.track.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ayatori corpus mask}: personal data in lines of text. */
@Command(
        name = "mask",
        mixinStandardHelpOptions = true,
        description = {
            "Masks the personal data in lines of text, or tells it with --json.",
            "A corpus masks, counts or drops it where its recipe says so: corpus.privacy.email: mask."
        },
        footerHeading = "%nExample:%n",
        footer = "  ayatori corpus mask --lines letters.txt --kinds email,phone --json")
@SuppressWarnings("NullAway.Init")
final class MaskCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Option(
            names = "--lines",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "what to look at (default: standard input)")
    private String lines;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            converter = KindLabel.class,
            completionCandidates = KindLabel.class,
            defaultValue = "email,phone,ip-address,card-number,my-number,postal-address",
            description = "${COMPLETION-CANDIDATES} (default: all)")
    private Set<PersonalKind> kinds;

    @Option(names = "--private-networks", description = "counts addresses of private networks, too")
    private boolean privateNetworks;

    /** A kind by the name that attributes and reports give it. */
    private static final class KindLabel implements ITypeConverter<PersonalKind>, Iterable<String> {
        @Override
        public PersonalKind convert(String label) {
            return Stream.of(PersonalKind.values())
                    .filter(kind -> kind.label().equalsIgnoreCase(label.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no kind '" + label + "'; take of " + String.join(", ", this)));
        }

        @Override
        public Iterator<String> iterator() {
            return Stream.of(PersonalKind.values()).map(PersonalKind::label).iterator();
        }
    }

    @Override
    public Integer call() {
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
