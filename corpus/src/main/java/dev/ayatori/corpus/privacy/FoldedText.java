package dev.ayatori.corpus.privacy;

/**
 * A text of the same length in which full-width forms stand as ASCII, capital letters as small ones, and every kind of dash
 * between digits as a hyphen; places in it are places in the text.
 */
final class FoldedText {
    static final String KANJI_NUMBERS = "〇一二三四五六七八九十百";
    private static final char NOTHING = '\0';

    private final char[] chars;

    FoldedText(String text) {
        chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                chars[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            } else if (c >= 0xFF01 && c <= 0xFF5E) {
                char narrow = (char) (c - 0xFEE0);
                chars[i] = narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + 32) : narrow;
            } else if (c == '\u3000' || c == '\u00A0') {
                chars[i] = ' ';
            } else if (isDash(c) && (isDigit(i - 1) || isBetweenNumbers(i))) {
                chars[i] = '-';
            }
        }
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
        return isDigit(place) || isLetter(place) || at(place) == '_';
    }

    /** The place behind the digits from here on. */
    int digitsEnd(int place) {
        int end = place;
        while (isDigit(end)) {
            end++;
        }
        return end;
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
        int begin = place;
        while (begin > 0 && place - begin < reach && at(begin - 1) != '\n') {
            begin--;
        }
        return within(words, begin, place);
    }

    /** Whether any of these words stands whole between two places. */
    boolean within(String[] words, int begin, int end) {
        for (String word : words) {
            for (int i = begin; i + word.length() <= end; i++) {
                if (at(i) == word.charAt(0) && startsWith(word, i) && isWhole(word, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A word of ASCII letters stands alone; Japanese words follow each other without a gap. */
    private boolean isWhole(String word, int place) {
        return !(word.charAt(0) < 0x80 && isLetter(place - 1))
                && !(word.charAt(word.length() - 1) < 0x80 && isLetter(place + word.length()));
    }
}
