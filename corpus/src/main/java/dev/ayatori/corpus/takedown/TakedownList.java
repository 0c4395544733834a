package dev.ayatori.corpus.takedown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The file of everything that was taken down in a folder of runs. */
public final class TakedownList {
    private static final String FILE = "takedown.txt";

    private final Path file;

    private TakedownList(Path file) {
        this.file = file;
    }

    /** The list of a folder of runs, which may not be there yet. */
    public static TakedownList of(Path runs) {
        return new TakedownList(runs.resolve(FILE));
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** All ids and addresses, sorted. */
    public List<String> entries() {
        return lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Adds ids and addresses below a line that says why; returns those that were not there before. */
    public List<String> add(List<String> entries, String reason) {
        var missing = new TreeSet<>(entries);
        entries().forEach(missing::remove);
        if (missing.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(lines());
        lines.add("# " + reason.replaceAll("\\R", " "));
        lines.addAll(missing);
        Path draft = file.resolveSibling(FILE + ".draft");
        try {
            Files.write(draft, lines);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return List.copyOf(missing);
    }
}
