package dev.ayatori.corpus.read;

import dev.ayatori.corpus.source.StoredSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Turns the entries of one source into pages, and what is wrong with them into quarantine. */
final class PageReader {
    /** No page people read is larger; what is may be a bomb. */
    static final int LARGEST = 16 << 20;

    private final StoredSource source;
    private final PageSink sink;

    PageReader(StoredSource source, PageSink sink) {
        this.source = source;
        this.sink = sink;
    }

    void read(Entry entry) {
        Optional<PageKind> kind = EntryRules.kind(entry.path());
        if (kind.isEmpty()) {
            return;
        }
        String uri = source.uri() + "!/" + entry.path();
        if (EntryRules.isUnsafe(entry.path())) {
            sink.quarantined(new Quarantined(uri, "its name leads outside its source"));
            return;
        }
        Optional<byte[]> content = content(entry, uri);
        if (content.isPresent()) {
            sink.page(new RawPage(
                    uri,
                    source.collection(),
                    source.licence(),
                    source.date(),
                    entry.path(),
                    kind.get(),
                    content.get()));
        }
    }

    private Optional<byte[]> content(Entry entry, String uri) {
        try (InputStream in = EntryRules.isGzip(entry.path())
                ? new GZIPInputStream(entry.opening().open())
                : entry.opening().open()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length <= LARGEST) {
                return Optional.of(content);
            }
            sink.quarantined(new Quarantined(uri, "it is larger than " + LARGEST + " bytes"));
        } catch (ZipException | EOFException e) {
            sink.quarantined(new Quarantined(uri, "its compressed bytes are damaged: " + e.getMessage()));
        } catch (IOException e) {
            sink.quarantined(new Quarantined(uri, "it cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }
}
