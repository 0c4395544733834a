package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.lang.Character.UnicodeScript;
import java.util.function.Consumer;

/**
 * Cuts text at the places no piece may cross, by SentencePiece's rules: before a space (U+2581 opens a piece, or the
 * whole piece is spaces), around a line feed, around each digit when digits are split, and where the script changes.
 *
 * <p>Hiragana, katakana and Han count as one script, as does the prolonged sound mark; combining marks go with what stands
 * before them. U+2581 itself, NUL and lone surrogates take part in no piece.
 */
final class Segmenter {
    /** Longer runs are cut: they are rulers and tables, and would only cost time. */
    static final int LONGEST = 1024;

    private static final int SPACE = Vocabulary.SPACE;

    private final boolean splitDigits;

    Segmenter(boolean splitDigits) {
        this.splitDigits = splitDigits;
    }

    /** Gives each segment of the text, spaces written as U+2581. */
    void segments(String text, Consumer<String> sink) {
        StringBuilder segment = new StringBuilder();
        int previous = -1;
        for (int at = 0; at < text.length(); ) {
            int original = text.codePointAt(at);
            at += Character.charCount(original);
            int current = isForbidden(original) ? -1 : original == ' ' ? SPACE : original;
            if (!segment.isEmpty() && (current == -1 || isBoundary(previous, current) || segment.length() >= LONGEST)) {
                sink.accept(segment.toString());
                segment.setLength(0);
            }
            if (current != -1) {
                segment.appendCodePoint(current);
            }
            // a combining mark takes over the script of what it stands on
            previous = !segment.isEmpty() && isMark(current) && previous != -1 ? previous : current;
        }
        if (!segment.isEmpty()) {
            sink.accept(segment.toString());
        }
    }

    /** Whether a piece may hold these characters, given that they stand in one segment: spaces only in front, or alone. */
    static boolean isPiece(int[] codePoints, int from, int to) {
        if (codePoints[from] != SPACE) {
            return true;
        }
        boolean onlySpaces = codePoints[to - 1] == SPACE;
        return onlySpaces || to - from < 2 || codePoints[from + 1] != SPACE;
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == 0
                || codePoint == SPACE
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private boolean isBoundary(int left, int right) {
        if (left == '\n' || right == '\n') {
            return true;
        }
        if (splitDigits && (isDigit(left) || isDigit(right))) {
            return true;
        }
        if (right == SPACE || left == SPACE) {
            return left != SPACE;
        }
        return !isMark(right) && script(left) != script(right);
    }

    private static boolean isMark(int codePoint) {
        return codePoint != -1 && UnicodeScript.of(codePoint) == UnicodeScript.INHERITED;
    }

    static boolean isDigit(int codePoint) {
        return (codePoint >= '0' && codePoint <= '9') || (codePoint >= '\uFF10' && codePoint <= '\uFF19');
    }

    private static UnicodeScript script(int codePoint) {
        if (codePoint == 0x30FC) {
            return UnicodeScript.HAN;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? UnicodeScript.HAN : script;
    }
}
