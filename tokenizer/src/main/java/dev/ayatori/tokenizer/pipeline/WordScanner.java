package dev.ayatori.tokenizer.pipeline;

import dev.ayatori.tokenizer.normalise.Points;
import org.jspecify.annotations.Nullable;

/** Cuts text as the regular expressions of GPT-2 and its successors do, in one pass and without them. */
final class WordScanner implements Splitter.Cutter {
    static final String GPT2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private static final String CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|";
    private static final String REST = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    static final String CL100K = CONTRACTIONS + "\\p{N}{1,3}" + REST;

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte NUMBER = 2;
    private static final byte SPACE = 3;

    /** The kind of each code point. */
    private final byte[] kinds = new byte[Character.MAX_CODE_POINT + 2];
    /** Digits that stand together at most; 0 for the rules of GPT-2. */
    private final int digits;

    private WordScanner(int digits) {
        this.digits = digits;
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            kinds[point] = kind(point);
        }
    }

    /** A scanner for one of the expressions it knows: GPT-2's, that of cl100k and Llama 3, and that of Qwen 2. */
    static @Nullable WordScanner of(String pattern) {
        if (pattern.equals(GPT2)) {
            return new WordScanner(0);
        }
        if (pattern.equals(CL100K)) {
            return new WordScanner(3);
        }
        return pattern.equals(CONTRACTIONS + "\\p{N}" + REST) ? new WordScanner(1) : null;
    }

    private static byte kind(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> SPACE;
            default -> point >= 0x9 && point <= 0xD || point == 0x85 ? SPACE : OTHER;
        };
    }

    @Override
    public void cut(Points text, int from, int to, Cuts out) {
        for (int at = from; at < to; ) {
            int end = digits == 0 ? gpt2(text, at, to) : successor(text, at, to);
            out.add(at, end);
            at = end;
        }
    }

    private int gpt2(Points text, int at, int to) {
        int contraction = contraction(text, at, to, false);
        if (contraction > at) {
            return contraction;
        }
        int start = text.at(at) == ' ' && at + 1 < to && kinds[text.at(at + 1)] != SPACE ? at + 1 : at;
        byte kind = kinds[text.at(start)];
        return kind == SPACE ? spaces(text, at, to) : run(text, start, to, kind);
    }

    private int successor(Points text, int at, int to) {
        int contraction = contraction(text, at, to, true);
        if (contraction > at) {
            return contraction;
        }
        int point = text.at(at);
        byte kind = kinds[point];
        if (kind == LETTER) {
            return run(text, at, to, LETTER);
        }
        if (kind == NUMBER) {
            int end = at + 1;
            while (end < to && end - at < digits && kinds[text.at(end)] == NUMBER) {
                end++;
            }
            return end;
        }
        boolean beforeOther = at + 1 < to;
        if (beforeOther && point != '\r' && point != '\n' && kinds[text.at(at + 1)] == LETTER) {
            return run(text, at + 1, to, LETTER);
        }
        int start = point == ' ' ? at + 1 : at;
        if (start < to && kinds[text.at(start)] == OTHER) {
            int end = run(text, start, to, OTHER);
            while (end < to && isLineEnd(text.at(end))) {
                end++;
            }
            return end;
        }
        int end = run(text, at, to, SPACE);
        for (int last = end; last > at; last--) {
            if (isLineEnd(text.at(last - 1))) {
                return last;
            }
        }
        return spaces(text, at, to);
    }

    /** A run of spaces, but for the last one where something follows. */
    private int spaces(Points text, int at, int to) {
        int end = run(text, at, to, SPACE);
        return end < to && end - at > 1 ? end - 1 : end;
    }

    private int run(Points text, int at, int to, byte kind) {
        int end = at;
        while (end < to && kinds[text.at(end)] == kind) {
            end++;
        }
        return end;
    }

    private static boolean isLineEnd(int point) {
        return point == '\r' || point == '\n';
    }

    private static int contraction(Points text, int at, int to, boolean anyCase) {
        if (text.at(at) != '\'' || at + 1 == to) {
            return at;
        }
        int first = letter(text.at(at + 1), anyCase);
        if (first == 's' || first == 't' || first == 'm' || first == 'd') {
            return at + 2;
        }
        int second = at + 2 < to ? letter(text.at(at + 2), anyCase) : 0;
        return (first == 'r' || first == 'v') && second == 'e' || first == 'l' && second == 'l' ? at + 3 : at;
    }

    /** Small letters; U+017F is an s where case does not count. */
    private static int letter(int point, boolean anyCase) {
        return anyCase ? point == 0x17F ? 's' : Character.toLowerCase(point) : point;
    }
}
