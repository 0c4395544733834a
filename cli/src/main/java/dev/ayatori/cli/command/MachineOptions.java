package dev.ayatori.cli.command;

import dev.ayatori.track.Resources;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The means of the machine, from options or the environment; they change no result. */
public final class MachineOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to keep busy (default: AYATORI_THREADS or every processor)")
    private int threads = 0;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "folder for downloads (default: AYATORI_CACHE or ~/.cache/ayatori)")
    private Path cache = Path.of(System.getenv()
            .getOrDefault(
                    "AYATORI_CACHE",
                    Path.of(System.getProperty("user.home"), ".cache", "ayatori")
                            .toString()));

    public Resources resources() {
        return new Resources(threads == 0 ? fromEnvironment() : threads, cache);
    }

    private static int fromEnvironment() {
        String threads = System.getenv("AYATORI_THREADS");
        if (threads == null || threads.isBlank()) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            return Integer.parseInt(threads.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("AYATORI_THREADS must be a whole number, but is \"" + threads + "\"", e);
        }
    }
}
