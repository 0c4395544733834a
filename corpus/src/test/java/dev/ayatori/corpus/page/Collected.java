package dev.ayatori.corpus.page;

import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.ReadSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes what a reader finds, for tests. */
public final class Collected implements PageSink {
    public final List<RawPage> pages = new ArrayList<>();
    public final List<Quarantined> quarantined = new ArrayList<>();

    @Override
    public void page(RawPage page) {
        pages.add(page);
    }

    @Override
    public void quarantined(Quarantined page) {
        quarantined.add(page);
    }

    public List<String> uris() {
        return pages.stream().map(RawPage::uri).toList();
    }

    /** The texts of pages that are text already. */
    public List<String> texts() {
        return pages.stream()
                .map(page -> ((PageContent.Text) page.content()).text())
                .toList();
    }

    public byte[] bytes(int page) {
        return ((PageContent.Bytes) pages.get(page).content()).bytes();
    }

    public static InputFile file(Path path, Format format) {
        ReadSettings defaults = ReadSettings.defaults();
        return file(path, new ReadSettings(format, "text", "url", "", List.of(), defaults.charset(), ""));
    }

    public static InputFile file(Path path, ReadSettings reading) {
        try {
            String uri = "file:" + path.getFileName();
            return new InputFile(path.toString(), uri, "own", "MIT", "2024-01-01", reading, 0, Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
