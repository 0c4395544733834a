package dev.ayatori.corpus.extract;

import java.util.List;
import org.jsoup.Jsoup;

/** Finds the main content of an HTML page by rules that know no site and no page generator. */
public final class MainContent {
    private MainContent() {}

    /**
     * Extracts from bytes.
     *
     * @param declaredCharset the encoding named outside the page, such as by a Content-Type header; empty when unknown
     */
    public static Extraction extract(byte[] html, String declaredCharset) {
        DecodedText decoded = TextDecoder.decode(html, declaredCharset);
        Extraction extraction = extract(decoded.text());
        return new Extraction(
                extraction.title(), extraction.text(), decoded.charset(), extraction.language(), extraction.blocks());
    }

    /** Extracts from a page already decoded. */
    public static Extraction extract(String html) {
        var page = Jsoup.parse(html);
        return new Extraction(page.title(), page.body().text(), "UTF-8", "", List.of());
    }
}
