package dev.ayatori.corpus.read;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the files of a sources artifact: sources in the order of their uri, files in the order of their path. */
public final class InputFiles {
    /** A dump is read in parts of this size, which several threads or workers can share. */
    private static final long PART = 32L << 20;

    private InputFiles() {}

    /**
     * Every file there is to read, each as one part or as several that follow each other.
     *
     * @param sources folder of a finished sources artifact
     */
    public static List<InputFile> list(Path sources) {
        List<InputFile> files = new ArrayList<>();
        for (StoredSource source : SourceList.read(sources).sources()) {
            Path stored = SourceList.file(sources, source);
            if (Files.isDirectory(stored)) {
                for (String name : names(stored)) {
                    addParts(stored.resolve(name), source.uri() + "!/" + name, source, files);
                }
            } else {
                checkName(stored, source);
                addParts(stored, source.uri(), source, files);
            }
        }
        return files;
    }

    /** In a folder there may be anything; a file that is named by itself is one to be read. */
    private static void checkName(Path file, StoredSource source) {
        String name = file.getFileName().toString();
        if (Formats.of(source.reading(), name) == Format.PAGE
                && EntryRules.kind(name).isEmpty()) {
            throw new AyatoriException(source.uri()
                    + " cannot be read: its name tells no format; unpack it, or tell what it is by reading.format"
                    + " (--format), such as jsonl");
        }
    }

    private static void addParts(Path file, String uri, StoredSource source, List<InputFile> files) {
        long size = size(file);
        long part = canBeParted(file, source) ? PART : Math.max(1, size);
        for (long begin = 0; begin < Math.max(1, size); begin += part) {
            files.add(new InputFile(
                    file.toString(),
                    uri,
                    source.collection(),
                    source.licence(),
                    source.date(),
                    source.reading(),
                    begin,
                    Math.min(size, begin + part)));
        }
    }

    private static boolean canBeParted(Path file, StoredSource source) {
        String name = file.getFileName().toString();
        return name.endsWith(".bz2") && Formats.of(source.reading(), name) == Format.WIKI;
    }

    /** A file that is not there is a file to be quarantined, not one to be left out. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> !Files.isDirectory(path))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }
}
