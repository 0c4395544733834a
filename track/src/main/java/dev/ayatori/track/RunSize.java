package dev.ayatori.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run takes on the disk, in bytes.
 *
 * @param artifacts the finished artifacts
 * @param partials what unfinished stages left
 */
public record RunSize(String run, long artifacts, long partials) {
    /** The runs in a folder of runs, by name. */
    public static List<RunSize> of(Path runsFolder) {
        if (!Files.isDirectory(runsFolder)) {
            throw new AyatoriException("there is no folder of runs " + runsFolder + "; --runs DIR names another");
        }
        try {
            return folders(runsFolder).stream().map(RunSize::measure).toList();
        } catch (IOException e) {
            throw Failure.of("cannot measure " + runsFolder, runsFolder, e);
        } catch (UncheckedIOException e) {
            throw Failure.of("cannot measure " + runsFolder, runsFolder, e);
        }
    }

    private static RunSize measure(Path run) {
        try {
            long artifacts = 0;
            long partials = 0;
            for (Path folder : folders(run)) {
                boolean partial = folder.toString().endsWith(PartialFolder.SUFFIX);
                artifacts += partial ? 0 : bytes(folder);
                partials += partial ? bytes(folder) : 0;
            }
            return new RunSize(run.getFileName().toString(), artifacts, partials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
