package dev.ayatori.corpus.read;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the pages of a jar or zip in the order of their path. */
final class ArchiveReader {
    private final InputFile file;
    private final PageReader pages;

    ArchiveReader(InputFile file, PageSink sink) {
        this.file = file;
        this.pages = new PageReader(file, sink);
    }

    void read() throws IOException {
        try (ZipFile zip = new ZipFile(file.path())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                pages.entry(entry.getName(), () -> zip.getInputStream(entry));
            }
        }
    }
}
