package dev.ayatori.corpus.read;

import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Streams the pages of a sources artifact: sources in the order of their uri, pages in the order of their path. */
public final class SourceReader {
    private SourceReader() {}

    /**
     * Reads every page of every source; a page that cannot be read goes to the sink as quarantined, a source that cannot
     * be opened is an error.
     *
     * @param sources folder of a finished sources artifact
     */
    public static void read(Path sources, PageSink sink) {
        for (StoredSource source : SourceList.read(sources).sources()) {
            readSource(SourceList.file(sources, source), source, sink);
        }
    }

    private static void readSource(Path file, StoredSource source, PageSink sink) {
        PageReader pages = new PageReader(source, sink);
        try {
            if (Files.isDirectory(file)) {
                folder(file).forEach(pages::read);
            } else {
                readJar(file, pages);
            }
        } catch (ZipException e) {
            throw new AyatoriException(notWhole(file, source, e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void readJar(Path file, PageReader pages) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry.class::cast)
                    .sorted((left, right) -> left.getName().compareTo(right.getName()))
                    .toList();
            for (ZipEntry entry : entries) {
                pages.read(new Entry(entry.getName(), () -> zip.getInputStream(entry)));
            }
        }
    }

    private static List<Entry> folder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .map(name -> new Entry(name, () -> Files.newInputStream(folder.resolve(name))))
                    .toList();
        }
    }

    private static String notWhole(Path file, StoredSource source, ZipException problem) {
        String size;
        try {
            size = Long.toString(Files.size(file));
        } catch (IOException e) {
            size = "an unknown number of";
        }
        return "%s (%s) is not a whole jar: %s; it has %s bytes, the source list says %d; fetch it again with `ayatori run RECIPE --from sources`"
                .formatted(file, source.uri(), problem.getMessage(), size, source.bytes());
    }
}
