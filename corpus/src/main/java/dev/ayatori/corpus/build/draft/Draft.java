package dev.ayatori.corpus.build.draft;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.clean.TextCleaner;
import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.Passages;
import dev.ayatori.corpus.extract.DecodedText;
import dev.ayatori.corpus.extract.Extraction;
import dev.ayatori.corpus.extract.MainContent;
import dev.ayatori.corpus.extract.TextDecoder;
import dev.ayatori.corpus.language.LanguageGuess;
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
 * @param language what its source says it is written in, {@code code} of source files; empty to find it out
 * @param untouched the text before cleaning, for rules that were published for such text
 * @param metadata what the source and the page itself say about it
 * @param cuts what was taken out of the text as it was read because it stands elsewhere
 */
public record Draft(
        Place place,
        String uri,
        String collection,
        String licence,
        String date,
        String language,
        String title,
        String untouched,
        String text,
        SortedMap<String, String> metadata,
        List<Cut> cuts) {

    /** Decodes, extracts and cleans one page; {@code language} is what its source says, or empty. */
    public static Draft of(RawPage page, String language) {
        Draft draft = read(page);
        return draft.isCode() ? draft : draft.in(language);
    }

    private static Draft read(RawPage page) {
        return switch (page.content()) {
            case PageContent.Text text -> of(page, page.title(), text.text(), "");
            case PageContent.Bytes bytes ->
                page.kind() == PageKind.HTML ? extracted(page, bytes) : decoded(page, bytes);
        };
    }

    private static Draft extracted(RawPage page, PageContent.Bytes bytes) {
        Extraction extraction = MainContent.extract(bytes.bytes(), bytes.charset());
        RawPage wishing = page.withMetadata(extraction.wishes());
        return of(wishing, extraction.title(), extraction.text(), extraction.charset());
    }

    private static Draft decoded(RawPage page, PageContent.Bytes bytes) {
        DecodedText decoded = TextDecoder.decode(bytes.bytes(), bytes.charset());
        return of(page, page.title(), decoded.text(), decoded.charset());
    }

    /** Name of the document: of its place, which is unique, not of its uri, which captures may share. */
    public String id() {
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
                page.kind() == PageKind.CODE ? LanguageGuess.CODE : "",
                TextCleaner.clean(title),
                clean.equals(text) ? clean : text,
                clean,
                metadata,
                List.of());
    }

    /** The document as the owner of passages. */
    public long owner(List<String> ranking) {
        return Passages.owner(ranking.indexOf(collection), StoredRecords.key(id()));
    }

    public Draft withText(String changed) {
        return new Draft(place, uri, collection, licence, date, language, title, untouched, changed, metadata, cuts);
    }

    private Draft in(String told) {
        return new Draft(place, uri, collection, licence, date, told, title, untouched, text, metadata, cuts);
    }

    /** The same without copies of what stands elsewhere, in the text before cleaning neither. */
    public Draft without(List<Cut> copies) {
        if (copies.isEmpty()) {
            return this;
        }
        String rest = TextCleaner.clean(Cut.remains(text, copies));
        return new Draft(place, uri, collection, licence, date, language, title, rest, rest, metadata, copies);
    }

    /** Source code keeps lines and passages that others have, too. */
    public boolean isCode() {
        return language.equals(LanguageGuess.CODE);
    }
}
