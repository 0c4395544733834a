package dev.ayatori.search;

import dev.ayatori.search.suffix.Utf8;

/**
 * The code points of an answer and where a span of it may begin and end: never inside an ASCII word or before a
 * combining mark, never on white space, never with the wrong half of a bracket. Japanese needs no more, as it writes no
 * spaces.
 */
final class Borders {
    private static final String NEVER_FIRST = "、。，．・：；！？,.:;!?";

    private final int[] codePoints;
    private final int[] charOffsets;
    private final int[] byteOffsets;

    Borders(String answer) {
        codePoints = answer.codePoints().toArray();
        charOffsets = new int[codePoints.length + 1];
        byteOffsets = new int[codePoints.length + 1];
        for (int i = 0; i < codePoints.length; i++) {
            charOffsets[i + 1] = charOffsets[i] + Character.charCount(codePoints[i]);
            byteOffsets[i + 1] = byteOffsets[i] + Utf8.width(codePoints[i]);
        }
    }

    /** The number of code points. */
    int size() {
        return codePoints.length;
    }

    /** The char (UTF-16 unit) before which the code point stands. */
    int charOffset(int index) {
        return charOffsets[index];
    }

    /** The byte of the query's UTF-8 before which the code point stands. */
    int byteOffset(int index) {
        return byteOffsets[index];
    }

    boolean canStart(int index) {
        int first = codePoints[index];
        return !splits(index)
                && !Character.isWhitespace(first)
                && Character.getType(first) != Character.END_PUNCTUATION
                && NEVER_FIRST.indexOf(first) < 0;
    }

    boolean canEnd(int index) {
        int last = codePoints[index - 1];
        return !splits(index)
                && !Character.isWhitespace(last)
                && Character.getType(last) != Character.START_PUNCTUATION;
    }

    /** True when the code points on both sides belong together. */
    private boolean splits(int index) {
        if (index == 0 || index == codePoints.length) {
            return false;
        }
        int next = codePoints[index];
        return isMark(next) || (isWord(codePoints[index - 1]) && isWord(next));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
