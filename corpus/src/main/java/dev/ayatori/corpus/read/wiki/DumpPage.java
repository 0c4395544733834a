package dev.ayatori.corpus.read.wiki;

import org.jsoup.parser.Parser;

/**
 * A page element of a dump.
 *
 * @param namespace number of its namespace, 0 for articles
 * @param problem why it is none though it should be one; empty otherwise
 */
record DumpPage(
        String id,
        String title,
        String namespace,
        String timestamp,
        boolean redirect,
        String wikitext,
        String problem) {
    boolean isArticle() {
        return namespace.equals("0") && !redirect && problem.isEmpty() && !wikitext.isEmpty();
    }

    /** Takes the element's content apart; its last revision counts. */
    static DumpPage parse(String page) {
        int revision = Math.max(0, page.lastIndexOf("<revision>"));
        String head = page.substring(0, revision);
        String last = page.substring(revision);
        String namespace = element(head, "ns");
        String model = element(last, "model");
        String wikitext = text(last);
        boolean redirect = head.contains("<redirect");
        boolean article = namespace.equals("0") && !redirect && (model.isEmpty() || model.equals("wikitext"));
        return new DumpPage(
                element(head, "id"),
                unescaped(element(head, "title")),
                article || !namespace.equals("0") ? namespace : "not wikitext",
                element(last, "timestamp"),
                redirect,
                unescaped(wikitext),
                article && wikitext.isEmpty() ? "it has no text" : "");
    }

    /** Content of the first element of this name without attributes, empty when there is none. */
    static String element(String xml, String name) {
        int begin = xml.indexOf("<" + name + ">");
        int end = begin < 0 ? -1 : xml.indexOf("</" + name + ">", begin);
        return end < 0 ? "" : xml.substring(begin + name.length() + 2, end);
    }

    private static String text(String revision) {
        int open = revision.indexOf("<text");
        int begin = open < 0 ? -1 : revision.indexOf('>', open);
        if (begin < 0 || revision.charAt(begin - 1) == '/') {
            return "";
        }
        int end = revision.lastIndexOf("</text>");
        return end < begin ? "" : revision.substring(begin + 1, end);
    }

    private static String unescaped(String xml) {
        return xml.indexOf('&') < 0
                ? xml
                : xml.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#039;", "'")
                        .replace("&amp;", "&");
    }

    /** Undoes the references of HTML that wikitext may hold. */
    static String withoutReferences(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
