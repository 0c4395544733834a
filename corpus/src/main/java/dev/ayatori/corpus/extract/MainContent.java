package dev.ayatori.corpus.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Finds the main content of an HTML page by rules that know no language, no site and no page generator.
 *
 * <p>Blocks are judged by length and link density and by their neighbours, after Kohlschütter, Fankhauser and Nejdl,
 * "Boilerplate Detection using Shallow Text Features" (2010), and Pomikálek, "Removing Boilerplate and Duplicate
 * Content from Web Corpora" (2011); the meaning of HTML elements and ARIA roles comes before both.
 */
public final class MainContent {
    /** A main element with less than this share of the page's text is not where its content is. */
    private static final double LEAST_MAIN = 0.2;

    private MainContent() {}

    /**
     * Extracts from bytes.
     *
     * @param declaredCharset the encoding named outside the page, such as by a Content-Type header; empty when unknown
     */
    public static Extraction extract(byte[] html, String declaredCharset) {
        DecodedText decoded = TextDecoder.decodeHtml(html, declaredCharset);
        return extract(decoded);
    }

    /** Extracts from a page already decoded. */
    public static Extraction extract(String html) {
        return extract(new DecodedText(html, "UTF-16", 0));
    }

    private static Extraction extract(DecodedText decoded) {
        Document page = Jsoup.parse(decoded.text());
        Element main = main(page);
        List<Candidate> candidates = Segmenter.segment(page, main);
        boolean trusted = main != page.body();
        int begin = trusted ? -1 : TitleHeading.place(candidates, page.title());
        List<String> dropped = new Decisions(candidates, trusted, begin).reasons();
        List<Block> blocks = new ArrayList<>();
        List<Candidate> kept = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            blocks.add(new Block(candidate.path(), candidate.text(), dropped.get(i)));
            if (dropped.get(i).isEmpty()) {
                kept.add(candidate);
            }
        }
        return new Extraction(
                page.title().strip(), PlainText.of(kept), decoded.charset(), language(page), wishes(page), blocks);
    }

    /** The one main element, when the page has one that holds its text; else the body. */
    private static Element main(Document page) {
        Element body = page.body();
        Elements mains = page.select("main, [role=main]");
        if (mains.isEmpty()) {
            return body;
        }
        Element main = mains.first();
        boolean alone =
                mains.stream().allMatch(each -> each == main || each.parents().contains(main));
        return main != null
                        && alone
                        && main.text().length() >= LEAST_MAIN * body.text().length()
                ? main
                : body;
    }

    /** Crawlers obey the element for all robots; which of its words matter is decided later. */
    private static SortedMap<String, String> wishes(Document page) {
        SortedMap<String, String> wishes = new TreeMap<>();
        for (Element meta : page.head().getElementsByTag("meta")) {
            String name = meta.attr("name").toLowerCase(Locale.ROOT);
            if (name.equals("robots") || name.equals("tdm-reservation")) {
                wishes.merge(
                        name, meta.attr("content").strip().toLowerCase(Locale.ROOT), (one, more) -> one + ", " + more);
            }
        }
        return wishes;
    }

    private static String language(Document page) {
        Element html = page.selectFirst("html[lang]");
        return html == null ? "" : html.attr("lang").strip().toLowerCase(Locale.ROOT);
    }
}
