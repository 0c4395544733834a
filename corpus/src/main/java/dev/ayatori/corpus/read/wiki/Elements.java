package dev.ayatori.corpus.read.wiki;

import java.util.Locale;
import java.util.Set;

/** Takes comments and the elements of HTML and of MediaWiki's extensions out of wikitext. */
final class Elements {
    /** Their content is no running text. */
    private static final Set<String> DROPPED = Set.of(
            "ref",
            "references",
            "math",
            "chem",
            "ce",
            "gallery",
            "timeline",
            "score",
            "syntaxhighlight",
            "source",
            "hiero",
            "imagemap",
            "table",
            "includeonly",
            "rt",
            "rp",
            "mapframe",
            "maplink",
            "graph",
            "templatestyles",
            "inputbox",
            "categorytree",
            "style",
            "script");

    private static final Set<String> KEPT = Set.of(
            "abbr",
            "b",
            "bdi",
            "bdo",
            "big",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code",
            "data",
            "dd",
            "del",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "indicator",
            "ins",
            "kbd",
            "li",
            "mark",
            "noinclude",
            "nowiki",
            "ol",
            "onlyinclude",
            "p",
            "poem",
            "pre",
            "q",
            "rb",
            "rbc",
            "rtc",
            "ruby",
            "s",
            "samp",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "td",
            "th",
            "time",
            "tr",
            "tt",
            "u",
            "ul",
            "var",
            "wbr");

    /** Elements that stand on lines of their own. */
    private static final Set<String> BLOCKS = Set.of(
            "br", "p", "div", "blockquote", "poem", "pre", "li", "ul", "ol", "dl", "dt", "dd", "tr", "hr", "center");

    /** Signs of wikitext inside nowiki are moved to the private use area while the rest is read. */
    private static final int PROTECTED = 0xE000;

    private static final String SIGNS = "[]{}'=*#:;|<>_-&";

    private final String text;
    private final StringBuilder out;

    private Elements(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    static String remove(String text) {
        Elements elements = new Elements(text);
        elements.run();
        return elements.out.toString();
    }

    /** Moves protected signs back. */
    static String restore(String text) {
        if (text.chars().noneMatch(c -> c >= PROTECTED && c < PROTECTED + 128)) {
            return text;
        }
        StringBuilder restored = new StringBuilder(text);
        for (int i = 0; i < restored.length(); i++) {
            char c = restored.charAt(i);
            if (c >= PROTECTED && c < PROTECTED + 128) {
                restored.setCharAt(i, (char) (c - PROTECTED));
            }
        }
        return restored.toString();
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            if (tag < 0) {
                break;
            }
            out.append(text, at, tag);
            at = text.startsWith("<!--", tag) ? comment(tag) : tag(tag);
        }
        out.append(text, Math.min(at, text.length()), text.length());
    }

    /** A comment alone on its line takes the line with it. */
    private int comment(int begin) {
        int end = text.indexOf("-->", begin);
        int behind = end < 0 ? text.length() : end + 3;
        boolean lineStart = begin == 0 || text.charAt(begin - 1) == '\n';
        return lineStart && behind < text.length() && text.charAt(behind) == '\n' ? behind + 1 : behind;
    }

    private int tag(int begin) {
        boolean closing = begin + 1 < text.length() && text.charAt(begin + 1) == '/';
        int nameBegin = begin + (closing ? 2 : 1);
        int nameEnd = nameBegin;
        while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(nameBegin, nameEnd).toLowerCase(Locale.ROOT);
        int end = end(nameEnd);
        if (end < 0 || !(DROPPED.contains(name) || KEPT.contains(name))) {
            out.append('<');
            return begin + 1;
        }
        boolean empty = text.charAt(end - 1) == '/';
        if (name.equals("nowiki") && !closing && !empty) {
            return nowiki(end + 1);
        }
        if (DROPPED.contains(name)) {
            return closing || empty ? end + 1 : behind(name, end + 1);
        }
        out.append(BLOCKS.contains(name) ? "\n" : "");
        return end + 1;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '6');
    }

    /** Place of the sign that ends a tag, -1 when it is none: tags hold no other tag's beginning. */
    private int end(int from) {
        char quote = 0;
        for (int i = from; i < text.length() && i < from + 2000; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if (c == '<') {
                return -1;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return text.indexOf('>', from) < 0 ? -1 : unquotedEnd(from);
    }

    /** With a quote that nobody closes, the first sign counts. */
    private int unquotedEnd(int from) {
        int end = text.indexOf('>', from);
        int open = text.indexOf('<', from);
        return open >= 0 && open < end ? -1 : end;
    }

    /** Place behind the element, elements of its name inside it passed over; behind its tag when it never ends. */
    private int behind(String name, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            int next = text.indexOf('<', at);
            if (next < 0) {
                return from;
            }
            if (text.regionMatches(true, next + 1, "/" + name, 0, name.length() + 1)) {
                depth--;
            } else if (name.equals("table") && text.regionMatches(true, next + 1, name, 0, name.length())) {
                depth++;
            }
            at = next + 1;
        }
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int nowiki(int begin) {
        int end = text.indexOf("</nowiki", begin);
        int stop = end < 0 ? text.length() : end;
        for (int i = begin; i < stop; i++) {
            char c = text.charAt(i);
            out.append(SIGNS.indexOf(c) >= 0 ? (char) (PROTECTED + c) : c);
        }
        int tagEnd = text.indexOf('>', stop);
        return tagEnd < 0 ? text.length() : tagEnd + 1;
    }
}
