package dev.ayatori.corpus.report;

import dev.ayatori.corpus.filter.rule.Passage;
import java.util.List;

/** The part of a text that shows why it was removed: its beginning, or what stands around the first passage that counts. */
final class Excerpt {
    /** Code points that are shown. */
    private static final int LENGTH = 320;
    /** Chars shown before the first passage where that stands late. */
    private static final int BEFORE = 80;

    private Excerpt() {}

    /** Writes the beginning of a text. */
    static void write(Html html, String text) {
        write(html, text, List.of());
    }

    /** Writes a part of a text with passages marked, which are in order and do not overlap. */
    static void write(Html html, String text, List<Passage> passages) {
        int at = passages.isEmpty() || passages.getFirst().to() <= LENGTH
                ? 0
                : passages.getFirst().from() - BEFORE;
        if (at > 0 && Character.isLowSurrogate(text.charAt(at))) {
            at++;
        }
        html.raw(at > 0 ? "… " : "");
        int left = LENGTH;
        for (Passage passage : passages) {
            if (passage.from() < at || left <= 0) {
                continue;
            }
            left -= plain(html, text.substring(at, passage.from()), left);
            if (left > 0) {
                html.raw("<mark>");
                left -= plain(html, text.substring(passage.from(), passage.to()), left);
                html.raw("</mark>");
            }
            at = passage.to();
        }
        left -= plain(html, text.substring(at, Math.min(text.length(), at + 8 * LENGTH)), left);
        html.raw(left <= 0 ? " …" : "");
    }

    /** Writes at most so many code points of a text as one line, and tells how many they were. */
    private static int plain(Html html, String text, int most) {
        String flat = text.replaceAll("\\s+", " ");
        int length = Math.max(0, Math.min(most, flat.codePointCount(0, flat.length())));
        html.add("%s", flat.substring(0, flat.offsetByCodePoints(0, length)));
        return length;
    }
}
