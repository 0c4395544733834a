package dev.ayatori.tokenizer.normalise;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what a pattern finds by a string. */
public final class Replacement implements Normaliser {
    private final Pattern pattern;
    private final int[] content;

    public Replacement(Pattern pattern, String content) {
        this.pattern = pattern;
        this.content = content.codePoints().toArray();
    }

    /** Replaces one character by another, in place. */
    public static Normaliser character(int from, int to) {
        return text -> {
            for (int i = 0; i < text.size(); i++) {
                if (text.at(i) == from) {
                    text.set(i, to);
                }
            }
            return text;
        };
    }

    /** Puts a string before every text that is not empty. */
    public static Normaliser prefix(String prefix) {
        int[] points = prefix.codePoints().toArray();
        return text -> {
            for (int i = points.length - 1; i >= 0 && !text.isEmpty(); i--) {
                text.addFirst(points[i]);
            }
            return text;
        };
    }

    /** Writes each character as its small form. */
    public static Normaliser lowerCase() {
        return text -> {
            Points out = new Points().clear();
            for (int i = 0; i < text.size(); i++) {
                int origin = text.origin(i);
                Character.toString(text.at(i))
                        .toLowerCase(Locale.ROOT)
                        .codePoints()
                        .forEach(c -> out.add(c, origin));
            }
            out.end(text.origin(text.size()));
            return out;
        };
    }

    @Override
    public Points apply(Points text) {
        if (text.isEmpty()) {
            return text;
        }
        String string = text.toString();
        Matcher matcher = pattern.matcher(string);
        Points out = new Points().clear();
        int at = 0;
        int point = 0;
        while (matcher.find()) {
            int start = point + string.codePointCount(at, matcher.start());
            int end = start + string.codePointCount(matcher.start(), matcher.end());
            out.addAll(text, point, start);
            for (int c : content) {
                out.add(c, text.origin(start));
            }
            point = end;
            at = matcher.end();
        }
        out.addAll(text, point, text.size());
        return out;
    }
}
