package dev.ayatori.corpus.privacy;

import java.util.Arrays;
import java.util.List;

/**
 * A text of the same length in which full-width forms stand as ASCII, capital letters as small ones, and every kind of dash
 * between digits as a hyphen; places in it are places in the text. What an earlier masking put into it tells nothing.
 */
final class FoldedText {
    static final String KANJI_NUMBERS = "〇一二三四五六七八九十百";
    private static final char NOTHING = '\0';
    private static final char HIDDEN = '\uFFFF';
    private static final int LONG = 24;
    private static final List<PersonalKind> KINDS = List.of(PersonalKind.values());

    private final char[] chars;

    FoldedText(String text) {
        chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                chars[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\r' ? ' ' : c;
                i = c == '[' ? hideTag(text, i) : i;
            } else if (c >= 0xFF01 && c <= 0xFF5E) {
                char narrow = (char) (c - 0xFEE0);
                chars[i] = narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + 32) : narrow;
            } else if (c == '\u3000' || c == '\u00A0') {
                chars[i] = ' ';
            } else if (isDash(c) && (isDigit(i - 1) || at(i - 1) == HIDDEN || isBetweenNumbers(i))) {
                chars[i] = '-';
            }
        }
    }

    /** The last char of the tag that begins here, or the place where there is none. */
    private int hideTag(String text, int place) {
        for (PersonalKind kind : KINDS) {
            if (text.startsWith(kind.tag(), place)) {
                int end = place + kind.tag().length();
                hide(place, end);
                return end - 1;
            }
        }
        return place;
    }

    /** Hides what was found, so that what follows is judged as if it were masked already. */
    void hide(int start, int end) {
        Arrays.fill(chars, start, end, HIDDEN);
    }

    /** Hyphens, dashes, minus signs, and the Japanese sign of a long vowel, which many type instead. */
    private static boolean isDash(char c) {
        return c >= '\u2010' && c <= '\u2015' || c == '\u2212' || c == '\u30FC' || c == '\uFF70';
    }

    private boolean isBetweenNumbers(int place) {
        return KANJI_NUMBERS.indexOf(at(place - 1)) >= 0 && KANJI_NUMBERS.indexOf(at(place + 1)) >= 0;
    }

    int length() {
        return chars.length;
    }

    /** The char at a place, NUL outside of the text. */
    char at(int place) {
        return place >= 0 && place < chars.length ? chars[place] : NOTHING;
    }

    boolean isDigit(int place) {
        char c = at(place);
        return c >= '0' && c <= '9';
    }

    int digit(int place) {
        return at(place) - '0';
    }

    /** Small letters of ASCII; capital ones are not left. */
    boolean isLetter(int place) {
        char c = at(place);
        return c >= 'a' && c <= 'z';
    }

    boolean isWord(int place) {
        char c = at(place);
        return isDigit(place) || isLetter(place) || c == '_' || c == HIDDEN;
    }

    /** The place behind the digits from here on. */
    int digitsEnd(int place) {
        int end = place;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    /** Whether what begins here may be more than a short number: six digits near each other, or four between dots. */
    boolean isLongNumber(int place) {
        int digits = 0;
        int dots = 0;
        for (int i = place; i < place + LONG; i++) {
            char c = at(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            dots += c == '.' ? 1 : 0;
            if (digits >= 6 || digits >= 4 && dots == 3) {
                return true;
            }
            if (c < '0' ? " -./()".indexOf(c) < 0 : c > '9' && "[]・·の".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether a digit, or the tag of a number, stands between two places. */
    boolean hasDigit(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (isDigit(i) || at(i) == HIDDEN) {
                return true;
            }
        }
        return false;
    }

    int skipSpaces(int place) {
        int end = place;
        while (at(end) == ' ') {
            end++;
        }
        return end;
    }

    boolean startsWith(String word, int place) {
        if (place < 0 || place + word.length() > chars.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[place + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean endsWith(String word, int end) {
        return startsWith(word, end - word.length());
    }

    /** Whether any of these words stands on the same line, at most so many chars before a place. */
    boolean precedes(String[] words, int place, int reach) {
        return lastOf(words, place, reach) >= 0;
    }

    /** The place behind the last of these words on the same line and behind what was found, at most so many chars before; or -1. */
    int lastOf(String[] words, int place, int reach) {
        int begin = place;
        while (begin > 0 && place - begin < reach && at(begin - 1) != '\n' && at(begin - 1) != HIDDEN) {
            begin--;
        }
        return lastWithin(words, begin, place);
    }

    /** Whether any of these words stands whole between two places. */
    boolean within(String[] words, int begin, int end) {
        return lastWithin(words, begin, end) >= 0;
    }

    private int lastWithin(String[] words, int begin, int end) {
        int last = -1;
        for (String word : words) {
            for (int i = end - word.length(); i >= begin && i + word.length() > last; i--) {
                if (at(i) == word.charAt(0) && startsWith(word, i) && isWhole(word, i)) {
                    last = i + word.length();
                }
            }
        }
        return last;
    }

    /** A word of ASCII letters stands alone; Japanese words follow each other without a gap. */
    private boolean isWhole(String word, int place) {
        return !(word.charAt(0) < 0x80 && isLetter(place - 1))
                && !(word.charAt(word.length() - 1) < 0x80 && isLetter(place + word.length()));
    }
}
