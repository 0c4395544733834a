package dev.ayatori.corpus.read.wiki;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.stream.Compression;
import dev.ayatori.corpus.read.stream.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;

/** Reads the articles of a MediaWiki dump: namespace 0, no redirects, as plain text. */
public final class WikiDump {
    private static final int SITE_INFO = 1 << 16;
    private static final int DAY = 10;

    private final InputFile file;
    private final PageSink sink;
    private final String address;

    private WikiDump(InputFile file, PageSink sink, String address) {
        this.file = file;
        this.sink = sink;
        this.address = address;
    }

    /** Reads the part of the dump that the file names. */
    public static void read(InputFile file, PageSink sink) throws IOException {
        try (DumpSource source = DumpSource.open(file)) {
            new WikiDump(file, sink, address(file)).read(source);
        }
    }

    private void read(DumpSource source) throws IOException {
        PageScanner pages = new PageScanner(source);
        boolean more = true;
        while (more) {
            try {
                while (pages.toPage()) {
                    PageScanner.Found found = pages.page();
                    page(found);
                }
                more = false;
            } catch (IOException e) {
                quarantine(new Place(file.uri(), "@" + source.offset(), source.offset()), reason(e));
                pages.forget();
                more = source.resume() && !source.isBehind();
            }
        }
    }

    private static String reason(IOException e) {
        return "it cannot be read: " + e.getMessage();
    }

    private void page(PageScanner.Found found) {
        Place here = new Place(file.uri(), "@" + found.offset(), found.offset());
        if (found.tooLarge()) {
            quarantine(here, "the page is larger than " + Limits.RECORD + " bytes");
            return;
        }
        try {
            DumpPage page = DumpPage.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(found.page()))
                    .toString());
            Place place = new Place(file.uri(), page.id(), found.offset());
            if (page.isArticle()) {
                sink.page(article(page, place));
            } else if (!page.problem().isEmpty()) {
                quarantine(place, page.problem());
            }
        } catch (CharacterCodingException e) {
            quarantine(here, "its text is not UTF-8");
        }
    }

    private RawPage article(DumpPage page, Place place) {
        String date = page.timestamp();
        return new RawPage(
                place,
                address.isEmpty() ? place.text() : address + page.title().replace(' ', '_'),
                file.collection(),
                file.licence(),
                date.length() < DAY ? file.date() : date.substring(0, DAY),
                page.title(),
                PageKind.TEXT,
                new PageContent.Text(WikiText.plain(page.wikitext())),
                Collections.emptySortedMap());
    }

    private void quarantine(Place place, String reason) {
        sink.quarantined(Quarantined.at(place, reason));
    }

    /** What stands before the title in the address of each page, as the head of the dump tells; empty when it does not. */
    private static String address(InputFile file) throws IOException {
        try (InputStream in = Compression.open(Path.of(file.path()))) {
            String head = new String(in.readNBytes(SITE_INFO), StandardCharsets.UTF_8);
            String base = DumpPage.element(head, "base");
            return base.substring(0, base.lastIndexOf('/') + 1);
        } catch (IOException e) {
            // Damage at the beginning of the file shows where its pages are read.
            return "";
        }
    }
}
