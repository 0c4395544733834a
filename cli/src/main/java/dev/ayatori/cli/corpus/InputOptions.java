package dev.ayatori.cli.corpus;

import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files to build a corpus from, and how to read them. */
final class InputOptions {
    @Parameters(
            paramLabel = "[NAME=]PATH",
            description = "files, folders or patterns such as pages/*.gz; NAME is the collection they belong to"
                    + " (default: input)")
    private List<String> paths = List.of();

    @Option(names = "--licence", paramLabel = "SPDX", description = "the licence of all of it (default: NOASSERTION)")
    private String licence = "NOASSERTION";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "what the files are: ${COMPLETION-CANDIDATES} (default: by their names)")
    private Format format = Format.AUTO;

    @Option(names = "--text", paramLabel = "FIELD", description = "field of a record that holds its text")
    private String text = ReadSettings.defaults().text();

    @Option(names = "--uri", paramLabel = "FIELD", description = "field that holds its web address")
    private String uri = ReadSettings.defaults().uri();

    @Option(names = "--date", paramLabel = "FIELD", description = "field that holds its date")
    private String date = ReadSettings.defaults().date();

    @Option(names = "--metadata", paramLabel = "FIELD", split = ",", description = "fields to keep as attributes")
    private List<String> metadata = List.of();

    @Option(names = "--charset", paramLabel = "NAME", description = "encoding of plain text (default: found out)")
    private String charset = "";

    @Option(
            names = "--language",
            paramLabel = "LANG",
            description = "what all of it is written in, such as ja, or code (default: found out of each document)")
    private String language = "";

    boolean any() {
        return !paths.isEmpty();
    }

    /** The sources as a recipe would name them. */
    SourcesSettings sources() {
        ReadSettings reading = new ReadSettings(format, text, uri, date, metadata, charset, language);
        List<FileCollection> collections = new ArrayList<>();
        for (String named : paths) {
            int sign = named.indexOf('=');
            String collection = sign < 0 ? "input" : named.substring(0, sign);
            for (Path path : matching(named.substring(sign + 1))) {
                collections.add(new FileCollection(collection, licence, path.toString(), "", reading));
            }
        }
        return new SourcesSettings(List.of(), collections);
    }

    /** A path that is there, or all that match its last part. */
    private static List<Path> matching(String pattern) {
        int slash = pattern.lastIndexOf('/');
        String last = pattern.substring(slash + 1);
        if (!last.matches(".*[*?\\[{].*") || Files.exists(Path.of(pattern))) {
            return List.of(Path.of(pattern));
        }
        Path folder = Path.of(slash < 0 ? "." : pattern.substring(0, slash + 1));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, last)) {
            files.forEach(file -> found.add(slash < 0 ? file.getFileName() : file));
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + folder, e);
        }
        if (found.isEmpty()) {
            throw new AyatoriException("no file matches " + pattern);
        }
        return found.stream().sorted().toList();
    }
}
