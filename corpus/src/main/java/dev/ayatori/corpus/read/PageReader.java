package dev.ayatori.corpus.read;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Turns files and entries of archives that are one page each into pages. */
final class PageReader {
    /** No page people read is larger; what is may be a bomb. */
    static final int LARGEST = 16 << 20;

    /** Opens the bytes of a page. */
    interface Opening {
        InputStream open() throws IOException;
    }

    private final InputFile file;
    private final PageSink sink;

    PageReader(InputFile file, PageSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** The file itself. */
    void file() {
        Path path = Path.of(file.path());
        String inFolder = file.uri().substring(file.uri().lastIndexOf("!/") + 1);
        read(inFolder, new Place(file.uri(), "", 0), () -> Files.newInputStream(path));
    }

    /** One entry of the archive. */
    void entry(String path, Opening opening) {
        Place place = new Place(file.uri(), path, 0);
        if (EntryRules.kind(path).isPresent() && EntryRules.isUnsafe(path)) {
            sink.quarantined(Quarantined.at(place, "its name leads outside its source"));
        } else {
            read(path, place, opening);
        }
    }

    private void read(String path, Place place, Opening opening) {
        Optional<PageKind> kind = EntryRules.kind(path);
        if (kind.isPresent()) {
            content(path, place, opening).ifPresent(content -> sink.page(page(path, place, kind.get(), content)));
        }
    }

    private RawPage page(String path, Place place, PageKind kind, byte[] content) {
        return new RawPage(
                place,
                place.text(),
                file.collection(),
                file.licence(),
                file.date(),
                path.substring(path.lastIndexOf('/') + 1),
                kind,
                new PageContent.Bytes(
                        content, kind == PageKind.TEXT ? file.reading().charset() : ""),
                Collections.emptySortedMap());
    }

    private Optional<byte[]> content(String path, Place place, Opening opening) {
        try (InputStream in = EntryRules.isGzip(path) ? new GZIPInputStream(opening.open()) : opening.open()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length <= LARGEST) {
                return Optional.of(content);
            }
            sink.quarantined(Quarantined.at(place, "it is larger than " + LARGEST + " bytes"));
        } catch (ZipException | EOFException e) {
            sink.quarantined(Quarantined.at(place, "its compressed bytes are damaged: " + e.getMessage()));
        } catch (IOException e) {
            sink.quarantined(Quarantined.at(place, "it cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }
}
