package dev.ayatori.cli.command;

import dev.ayatori.track.RunFolder;
import dev.ayatori.track.RunSize;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ayatori clean}: what runs take on the disk, and gives it back. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Shows what runs and unfinished stages take; with an option, frees it.",
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori clean", "  ayatori clean --partials", "  ayatori clean --run smoke"})
@SuppressWarnings("NullAway.Init")
public final class CleanCommand implements Callable<Integer> {
    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs (default: runs)")
    private Path runs = Path.of("runs");

    @Option(names = "--partials", description = "delete what unfinished stages left")
    private boolean partials;

    @Option(names = "--run", paramLabel = "NAME", description = "delete this run and its metrics")
    private String run = "";

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        List<RunSize> before = RunSize.of(runs);
        if (!run.isEmpty()) {
            RunFolder.delete(runs, run);
        } else if (partials) {
            before.stream().filter(size -> size.partials() > 0).forEach(size -> discard(size.run()));
        }
        List<RunSize> after = RunSize.of(runs);
        output.print(after, () -> text(after) + freed(before, after));
        return 0;
    }

    private void discard(String name) {
        try (RunFolder folder = RunFolder.lock(runs, name)) {
            folder.discardPartials();
        }
    }

    private static String text(List<RunSize> sizes) {
        return sizes.stream()
                .map(size -> "%-24s %,16d bytes, of them %,d unfinished%n"
                        .formatted(size.run(), size.artifacts() + size.partials(), size.partials()))
                .collect(Collectors.joining());
    }

    private static String freed(List<RunSize> before, List<RunSize> after) {
        return "%,d bytes freed%n".formatted(all(before) - all(after));
    }

    private static long all(List<RunSize> sizes) {
        return sizes.stream()
                .mapToLong(size -> size.artifacts() + size.partials())
                .sum();
    }
}
