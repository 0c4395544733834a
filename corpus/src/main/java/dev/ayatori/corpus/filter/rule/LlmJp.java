package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.LetterCounts;
import dev.ayatori.corpus.filter.view.TextView;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rules of LLM-jp's corpus v1 for Japanese web pages (llm-jp-corpus v1.0.1, scripts/filters.py) with the meaning that
 * HojiChar 0.9.0 gives them, on the text before any cleaning.
 */
final class LlmJp {
    /** Top-level domains that pages may come from (scripts/dict/ja_valid_domains.txt). */
    static final Set<String> DOMAINS =
            Set.of("biz", "cc", "com", "info", "jp", "me", "net", "org", "site", "tokyo", "tv", "work", "xyz");

    private static final int LOOKUP = 50;

    private LlmJp() {}

    /** Whether the page's host is in one of these top-level domains and is not the Japanese Wikipedia, a source of its own. */
    static Filter validDomain(Set<String> domains) {
        return new OfAddress("valid-domain", Bounds.atLeast(1), uri -> isValid(uri, domains) ? 1 : 0);
    }

    /** Number of visible characters: one is enough. */
    static Filter notEmpty() {
        return new Measured(
                "visible-characters",
                view -> view.text().isBlank() ? 0 : view.letters().visible(),
                Bounds.atLeast(1));
    }

    /** Whether hiragana or katakana stand among the first 50 characters (AcceptJapanese). */
    static Filter startsJapanese() {
        return new Pointing(
                new Measured("kana-at-start", LlmJp::kanaAtStart, Bounds.atLeast(1)),
                view -> List.of(new Passage(0, startOf(view.text()))));
    }

    /** Words of a list (NgWordsFilterJa with ignore_confused). */
    static Filter words(String name, List<String> list, Bounds bounds) {
        return counted(name, new Keywords(list, true), bounds);
    }

    /** Words of a list of advertisements (DiscardAds). */
    static Filter advertising(List<String> list, Bounds bounds) {
        return counted("advertising-words", new Keywords(list, false), bounds);
    }

    private static Filter counted(String name, Keywords keywords, Bounds bounds) {
        return new Pointing(
                new Measured(name, view -> keywords.count(view.signs()), bounds),
                view -> keywords.passages(view.signs()));
    }

    /** Characters per full stop (DiscardRareKuten). */
    static Filter charactersPerKuten(Bounds bounds) {
        return new Measured("characters-per-kuten", LlmJp::charactersPerKuten, bounds);
    }

    private static double charactersPerKuten(TextView view) {
        LetterCounts letters = view.letters();
        return letters.all() == 0 ? 0 : (double) letters.all() / letters.kuten();
    }

    private static double kanaAtStart(TextView view) {
        String text = view.text();
        int i = 0;
        for (int seen = 0; seen < LOOKUP && i < text.length(); seen++) {
            int c = text.codePointAt(i);
            if ((c >= 'ぁ' && c <= 'ん') || (c >= 'ァ' && c <= 'ン')) {
                return 1;
            }
            i += Character.charCount(c);
        }
        return 0;
    }

    private static int startOf(String text) {
        return text.offsetByCodePoints(0, Math.min(LOOKUP, text.codePointCount(0, text.length())));
    }

    private static boolean isValid(String uri, Set<String> domains) {
        if (uri.startsWith("https://ja.wikipedia.org/")) {
            return false;
        }
        String host = host(uri);
        return domains.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    /** The host of an address, lower case; empty when there is none. */
    static String host(String uri) {
        try {
            String host = new URI(uri).getHost();
            if (host != null) {
                return host.toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException e) {
            // Addresses of the web hold what addresses must not hold.
        }
        int begin = uri.indexOf("://") + 3;
        String rest = uri.substring(Math.min(uri.length(), begin)).split("[/?#]", 2)[0];
        String bare = rest.substring(rest.lastIndexOf('@') + 1);
        int port = bare.lastIndexOf(':');
        return (port < 0 ? bare : bare.substring(0, port)).toLowerCase(Locale.ROOT);
    }
}
