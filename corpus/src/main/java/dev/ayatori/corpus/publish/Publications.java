package dev.ayatori.corpus.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Where the corpora of a run were published: a line for each in {@value #FILE}, so that a take-down finds them. */
public record Publications(List<Publication> all) {
    private static final String FILE = "published.txt";

    /** A published corpus: its content hash and the folder it was written to. */
    public record Publication(String contentHash, Path folder) {}

    /** Those of a run. */
    public static Publications of(Path run) {
        Path file = run.resolve(FILE);
        try {
            return new Publications(
                    Files.exists(file)
                            ? Files.readAllLines(file).stream()
                                    .map(line -> line.split(" ", 2))
                                    .filter(parts -> parts.length == 2)
                                    .map(parts -> new Publication(parts[0], Path.of(parts[1])))
                                    .toList()
                            : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Notes one of a run. */
    public static void add(Path run, Publication published) {
        Path file = run.resolve(FILE);
        try {
            Files.writeString(
                    file,
                    published.contentHash() + " "
                            + published.folder().toAbsolutePath().normalize() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
