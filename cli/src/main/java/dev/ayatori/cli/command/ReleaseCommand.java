package dev.ayatori.cli.command;

import dev.ayatori.release.Finding;
import dev.ayatori.release.VerifyRelease;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ayatori release}: what goes public. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Checks a release.",
        footerHeading = "%nExample:%n",
        footer = "  ayatori release verify runs/quickstart/release")
public final class ReleaseCommand {
    @Command(
            mixinStandardHelpOptions = true,
            description = "Checks every hash, shape and figure of a release; exit code 1 when something is wrong.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori release verify runs/quickstart/release")
    int verify(@Mixin Output output, @Parameters(paramLabel = "DIR") Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AyatoriException("there is no release folder " + folder);
        }
        List<Finding> findings = VerifyRelease.verify(folder);
        output.print(findings, () -> findings.isEmpty() ? folder + " is whole and consistent" : lines(findings));
        return findings.isEmpty() ? 0 : 1;
    }

    private static String lines(List<Finding> findings) {
        return findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }
}
