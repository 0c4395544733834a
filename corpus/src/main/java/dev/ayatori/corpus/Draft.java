package dev.ayatori.corpus;

import dev.ayatori.corpus.clean.TextCleaner;
import dev.ayatori.corpus.extract.DecodedText;
import dev.ayatori.corpus.extract.Extraction;
import dev.ayatori.corpus.extract.MainContent;
import dev.ayatori.corpus.extract.TextDecoder;
import dev.ayatori.corpus.read.PageKind;
import dev.ayatori.corpus.read.RawPage;

/** The clean text of one page, before anything is decided about it. */
record Draft(String uri, String collection, String licence, String date, PageKind kind, String title, String text) {

    /** Decodes, extracts and cleans one page; a pure function of the page. */
    static Draft of(RawPage page) {
        return switch (page.kind()) {
            case HTML -> {
                Extraction extraction = MainContent.extract(page.content(), "");
                yield of(page, extraction.title(), extraction.text());
            }
            case CODE, TEXT -> {
                DecodedText decoded = TextDecoder.decode(page.content(), "");
                yield of(page, page.path().substring(page.path().lastIndexOf('/') + 1), decoded.text());
            }
        };
    }

    private static Draft of(RawPage page, String title, String text) {
        return new Draft(
                page.uri(),
                page.collection(),
                page.licence(),
                page.date(),
                page.kind(),
                TextCleaner.clean(title),
                TextCleaner.clean(text));
    }

    Draft withText(String changed) {
        return new Draft(uri, collection, licence, date, kind, title, changed);
    }
}
