package dev.ayatori.tokenizer.normalise;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * A precompiled character map as Hugging Face tokenizers apply it: first to whole user-perceived characters of fewer than six
 * bytes, by the shortest key they start with, then to single code points.
 */
public final class GraphemeCharsmap implements Normaliser {
    private static final int TOO_LONG = 6;

    private final Charsmap map;

    public GraphemeCharsmap(Charsmap map) {
        this.map = map;
    }

    @Override
    public Points apply(Points text) {
        String string = text.toString();
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(string);
        Points out = new Points().clear();
        int at = 0;
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            int to = at + string.codePointCount(start, end);
            if (bytes(text, at, to) >= TOO_LONG || !map.replaceShortest(text, at, to, out)) {
                for (int i = at; i < to; i++) {
                    if (!map.replaceShortest(text, i, i + 1, out)) {
                        out.add(text.at(i), text.origin(i));
                    }
                }
            }
            at = to;
        }
        out.end(text.origin(text.size()));
        return out;
    }

    private static int bytes(Points text, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += Utf8.length(text.at(i));
        }
        return bytes;
    }
}
