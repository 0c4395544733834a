package dev.ayatori.tokenizer.train.text;

import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.lang.Character.UnicodeScript;

/**
 * Cuts text at the places no piece may cross, by SentencePiece's rules: before a space (U+2581 opens a piece, or the
 * whole piece is spaces), around a line feed, around each digit when digits are split, and where the script changes.
 *
 * <p>Hiragana, katakana and Han count as one script, as does the prolonged sound mark; combining marks go with what stands
 * before them. Spaces are written as U+2581; U+2581 itself, NUL and lone surrogates take part in no piece. One instance belongs to one thread.
 */
public final class Segmenter implements TextCutter {
    private static final int SPACE = Vocabulary.SPACE;
    private static final int ANY = -1;
    private static final int NOTHING = -1;
    private static final byte[] SCRIPTS = scripts();

    private final SegmentRules rules;
    private final char[] segment = new char[LONGEST + 4];

    public Segmenter(SegmentRules rules) {
        this.rules = rules;
    }

    @Override
    public void cut(String text, Sink sink) {
        int length = 0;
        int previous = NOTHING;
        int script = ANY;
        for (int at = 0; at < text.length(); ) {
            int original = text.codePointAt(at);
            at += Character.charCount(original);
            int current = isForbidden(original) ? NOTHING : original == ' ' ? SPACE : original;
            int itsScript = current == SPACE ? ANY : scriptAfter(script, current);
            if (length > 0
                    && (current == NOTHING
                            || length >= LONGEST
                            || isBoundary(previous, current)
                            || (rules.splitByScript() && itsScript != ANY && script != ANY && itsScript != script))) {
                end(length, current, sink);
                length = 0;
                script = ANY;
                itsScript = current == SPACE ? ANY : scriptAfter(ANY, current);
            }
            if (current != NOTHING) {
                length += Character.toChars(current, segment, length);
                script = itsScript == ANY ? script : itsScript;
            }
            previous = current;
        }
        if (length > 0) {
            end(length, NOTHING, sink);
        }
    }

    private void end(int length, int next, Sink sink) {
        boolean nothing = next == NOTHING || next == SPACE || next == '\n';
        segment[length] = nothing
                ? NOTHING_FOLLOWS
                : Character.isBmpCodePoint(next) ? (char) next : Character.highSurrogate(next);
        sink.segment(segment, length);
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
        if (rules.splitDigits() && (isDigit(left) || isDigit(right))) {
            return true;
        }
        return rules.splitByWhitespace() && right == SPACE && (left != SPACE || !rules.whitespaceOnlyPieces());
    }

    private static boolean isDigit(int codePoint) {
        return (codePoint >= '0' && codePoint <= '9') || (codePoint >= '\uFF10' && codePoint <= '\uFF19');
    }

    /** The script of a character; a combining mark has the one of what it stands on. */
    private static int scriptAfter(int script, int codePoint) {
        if (codePoint == NOTHING) {
            return ANY;
        }
        int own = codePoint < SCRIPTS.length ? SCRIPTS[codePoint] & 0xFF : script(codePoint);
        return own == UnicodeScript.INHERITED.ordinal() ? script : own;
    }

    private static int script(int codePoint) {
        if (codePoint == 0x30FC) {
            return UnicodeScript.HAN.ordinal();
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA
                ? UnicodeScript.HAN.ordinal()
                : script.ordinal();
    }

    private static byte[] scripts() {
        assert UnicodeScript.values().length < 256;
        byte[] scripts = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        for (int codePoint = 0; codePoint < scripts.length; codePoint++) {
            scripts[codePoint] = (byte) script(codePoint);
        }
        return scripts;
    }
}
