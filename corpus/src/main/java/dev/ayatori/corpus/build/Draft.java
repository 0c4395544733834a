package dev.ayatori.corpus.build;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.clean.TextCleaner;
import dev.ayatori.corpus.dedup.Passages;
import dev.ayatori.corpus.extract.DecodedText;
import dev.ayatori.corpus.extract.Extraction;
import dev.ayatori.corpus.extract.MainContent;
import dev.ayatori.corpus.extract.TextDecoder;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.RawPage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clean text of one page, before anything is decided about it.
 *
 * @param untouched the text before cleaning, for rules that were published for such text
 * @param metadata what the source and the page itself say about it
 */
record Draft(
        Place place,
        String uri,
        String collection,
        String licence,
        String date,
        PageKind kind,
        String title,
        String untouched,
        String text,
        SortedMap<String, String> metadata) {

    /** Decodes, extracts and cleans one page; a pure function of the page. */
    static Draft of(RawPage page) {
        return switch (page.content()) {
            case PageContent.Text record -> of(page, page.title(), record.text(), "");
            case PageContent.Bytes bytes
            when page.kind() == PageKind.HTML -> {
                Extraction extraction = MainContent.extract(bytes.bytes(), bytes.charset());
                yield of(
                        page.withMetadata(extraction.wishes()),
                        extraction.title(),
                        extraction.text(),
                        extraction.charset());
            }
            case PageContent.Bytes bytes -> {
                DecodedText decoded = TextDecoder.decode(bytes.bytes(), bytes.charset());
                yield of(page, page.title(), decoded.text(), decoded.charset());
            }
        };
    }

    /** Name of the document: of its place, which is unique, not of its uri, which captures may share. */
    String id() {
        return Document.idOf(place.text());
    }

    private static Draft of(RawPage page, String title, String text, String charset) {
        var metadata = new TreeMap<>(page.metadata());
        if (!charset.isEmpty()) {
            metadata.put("charset", charset);
        }
        String clean = TextCleaner.clean(text);
        return new Draft(
                page.place(),
                page.uri(),
                page.collection(),
                page.licence(),
                page.date(),
                page.kind(),
                TextCleaner.clean(title),
                clean.equals(text) ? clean : text,
                clean,
                metadata);
    }

    /** The document as the owner of passages. */
    long owner(List<String> ranking) {
        return Passages.owner(ranking.indexOf(collection), StoredRecords.key(id()));
    }

    Draft withText(String changed) {
        return new Draft(place, uri, collection, licence, date, kind, title, untouched, changed, metadata);
    }
}
