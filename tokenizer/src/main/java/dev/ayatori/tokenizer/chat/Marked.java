package dev.ayatori.tokenizer.chat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text that knows which of its characters were written by strangers.
 *
 * @param text the characters
 * @param foreign the indexes of those that come from messages
 */
public record Marked(String text, BitSet foreign) {

    static Marked own(String text) {
        return new Marked(text, new BitSet());
    }

    static Marked foreign(String text) {
        BitSet all = new BitSet();
        all.set(0, text.length());
        return new Marked(text, all);
    }

    /** Another text, foreign as a whole if any of this was. */
    Marked changed(String other) {
        return foreign.isEmpty() ? own(other) : foreign(other);
    }

    Marked plus(Marked other) {
        BitSet both = (BitSet) foreign.clone();
        other.foreign.stream().forEach(i -> both.set(text.length() + i));
        return new Marked(text + other.text, both);
    }

    Marked part(int from, int to) {
        return new Marked(text.substring(from, to), foreign.get(from, to));
    }

    Marked trimmed(String characters, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && isOneOf(text.charAt(from), characters)) {
            from++;
        }
        while (right && to > from && isOneOf(text.charAt(to - 1), characters)) {
            to--;
        }
        return part(from, to);
    }

    private static boolean isOneOf(char c, String characters) {
        return characters.isEmpty()
                ? Character.isWhitespace(c) || Character.isSpaceChar(c)
                : characters.indexOf(c) >= 0;
    }

    List<Marked> split(String separator) {
        List<Marked> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(part(from, at));
            from = at + separator.length();
        }
        parts.add(part(from, text.length()));
        return parts;
    }

    Marked replaced(String old, Marked by) {
        List<Marked> parts = split(old);
        Marked all = parts.getFirst();
        for (Marked part : parts.subList(1, parts.size())) {
            all = all.plus(by).plus(part);
        }
        return all;
    }

    /** Whether no character of a stretch is foreign. */
    public boolean isOwn(int from, int to) {
        int next = foreign.nextSetBit(from);
        return next < 0 || next >= to;
    }
}
