package dev.ayatori.corpus.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Links that turn the pages of a document: by their relation, their access key, or an equal link in the page's head. */
final class PagingLinks {
    private static final Set<String> RELATIONS = Set.of(
            "prev",
            "previous",
            "next",
            "up",
            "home",
            "start",
            "first",
            "last",
            "top",
            "contents",
            "toc",
            "index",
            "copyright",
            "glossary");

    private final Set<String> targets = new HashSet<>();

    PagingLinks(Document page) {
        for (Element link : page.head().getElementsByTag("link")) {
            if (isRelation(link)) {
                targets.add(link.attr("href"));
            }
        }
    }

    boolean contains(Element anchor) {
        return anchor.hasAttr("accesskey") || isRelation(anchor) || targets.contains(anchor.attr("href"));
    }

    private static boolean isRelation(Element element) {
        String relations = element.attr("rel");
        if (relations.isEmpty()) {
            return false;
        }
        for (String relation : relations.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (RELATIONS.contains(relation)) {
                return true;
            }
        }
        return false;
    }
}
