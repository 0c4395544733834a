package dev.ayatori.corpus.read.wiki;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Replaces links by their labels, takes templates and tables out, and keeps the text of templates that only set text. */
final class Brackets {
    /** Deeper than any article people read. */
    private static final int DEEPEST = 60;

    private static final int NONE = -1;

    private static final Set<String> FILES =
            Set.of("file", "image", "ファイル", "画像", "media", "メディア", "category", "カテゴリ", "archivo", "datei", "fichier");

    private final String text;
    /** For each opening bracket the place of its partner. */
    private final int[] partner;

    private final StringBuilder out;
    private int depth;

    Brackets(String text) {
        this.text = text;
        this.partner = new int[text.length()];
        this.out = new StringBuilder(text.length());
        Arrays.fill(partner, NONE);
        match();
    }

    String plain() {
        write(0, text.length());
        return out.toString();
    }

    /** Finds partners in one pass: a bracket closes the last one of its kind that is open, and all inside that. */
    private void match() {
        Deque<Integer> open = new ArrayDeque<>();
        int i = 0;
        while (i + 1 < text.length()) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            if (c == '{' && (next == '{' || (next == '|' && beginsLine(i))) || c == '[' && next == '[') {
                open.push(i);
                i += 2;
            } else if (c == '}' && next == '}') {
                i += close(open, i, '{', '{') ? 2 : 1;
            } else if (c == '|' && next == '}' && beginsLine(i) && !text.startsWith("|}}", i)) {
                i += close(open, i, '{', '|') ? 2 : 1;
            } else if (c == ']' && next == ']') {
                i += close(open, i, '[', '[') ? 2 : 1;
            } else {
                i++;
            }
        }
    }

    private boolean close(Deque<Integer> open, int place, char first, char second) {
        boolean there = false;
        for (int begin : open) {
            if (isBracket(begin, first, second)) {
                there = true;
                break;
            }
            // A link must not reach over the end of its line's template.
            if (first == '[' && text.charAt(begin) == '{') {
                break;
            }
        }
        while (there) {
            int begin = open.pop();
            if (isBracket(begin, first, second)) {
                partner[begin] = place;
                return true;
            }
        }
        return false;
    }

    private boolean isBracket(int begin, char first, char second) {
        return text.charAt(begin) == first && text.charAt(begin + 1) == second;
    }

    private boolean beginsLine(int place) {
        for (int i = place - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n') {
                return true;
            }
            if (c != ' ' && c != ':' && c != '\t' && c != '*' && c != '#') {
                return false;
            }
        }
        return true;
    }

    private void write(int from, int to) {
        if (++depth > DEEPEST) {
            depth--;
            return;
        }
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if ((c == '{' || c == '[') && partner[i] != NONE && partner[i] < to) {
                bracket(i, partner[i]);
                i = partner[i] + 2;
            } else if (c == '[' && isWebAddress(i + 1)) {
                i = externalLink(i, to);
            } else if (isLonely(c, i, to)) {
                i += 2;
            } else {
                out.append(c);
                i++;
            }
        }
        depth--;
    }

    /** A double bracket whose partner is missing. */
    private boolean isLonely(char c, int i, int to) {
        char next = i + 1 < to ? text.charAt(i + 1) : ' ';
        return (c == '{' && (next == '{' || next == '|'))
                || ((c == '[' || c == ']' || c == '}') && next == c)
                || (c == '|' && next == '}' && beginsLine(i));
    }

    private void bracket(int begin, int end) {
        if (text.charAt(begin) == '[') {
            link(begin + 2, end);
        } else if (text.charAt(begin + 1) == '{') {
            template(begin + 2, end);
        }
    }

    private void link(int from, int to) {
        int bar = bar(from, to);
        String target = text.substring(from, bar < 0 ? to : bar).strip();
        int colon = target.indexOf(':');
        if (colon > 0) {
            String space = target.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (FILES.contains(space) || (bar < 0 && isLanguage(space))) {
                return;
            }
        }
        if (bar >= 0 && !text.substring(bar + 1, to).isBlank()) {
            write(bar + 1, to);
        } else if (bar < 0) {
            write(from + shownFrom(target), to);
        } else {
            // The pipe trick: the target without name space and without what stands in parentheses.
            out.append(target.substring(colon + 1).replaceFirst("\\s*[(（].*$", ""));
        }
    }

    /** A link to a category, file or other language as text begins with a colon, which says nothing to a reader. */
    private static int shownFrom(String target) {
        if (!target.startsWith(":")) {
            return 0;
        }
        int second = target.indexOf(':', 1);
        return second > 0 && isLanguage(target.substring(1, second)) ? second + 1 : 1;
    }

    /** A link to the same article in another language. */
    private static boolean isLanguage(String space) {
        return space.matches("[a-z]{2,3}(-[a-z-]+)?") && !space.equals("wp");
    }

    /** The first bar that is not inside another bracket, -1 when there is none. */
    private int bar(int from, int to) {
        int i = from;
        while (i < to) {
            if (partner[i] != NONE) {
                i = partner[i] + 2;
            } else if (text.charAt(i) == '|') {
                return i;
            } else {
                i++;
            }
        }
        return NONE;
    }

    private void template(int from, int to) {
        int bar = bar(from, to);
        String name = text.substring(from, bar < 0 ? to : bar)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        int wanted = TextTemplates.argument(name);
        int argument = 1;
        while (wanted > 0 && bar >= 0) {
            int next = bar(bar + 1, to);
            int end = next < 0 ? to : next;
            int value = bar + 1;
            int equals = text.indexOf('=', value);
            boolean named = equals >= 0 && equals < end && isName(value, equals);
            String key = named ? text.substring(value, equals).strip() : Integer.toString(argument++);
            if (key.equals(Integer.toString(wanted))) {
                write(named ? equals + 1 : value, end);
                return;
            }
            bar = next;
        }
    }

    private boolean isName(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != ' ' && c != '_' && c != '-' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private boolean isWebAddress(int place) {
        return text.startsWith("http://", place)
                || text.startsWith("https://", place)
                || text.startsWith("//", place)
                || text.startsWith("ftp://", place)
                || text.startsWith("mailto:", place);
    }

    /** Keeps the label; a link without one is only a number to a reader. */
    private int externalLink(int begin, int to) {
        int end = begin;
        while (end < to && text.charAt(end) != ']' && text.charAt(end) != '\n') {
            end = partner[end] == NONE ? end + 1 : partner[end] + 2;
        }
        if (end >= to || text.charAt(end) != ']') {
            out.append('[');
            return begin + 1;
        }
        int label = begin;
        while (label < end && text.charAt(label) != ' ' && text.charAt(label) != '\u3000') {
            label++;
        }
        if (label < end) {
            write(label + 1, end);
        }
        return end + 1;
    }
}
