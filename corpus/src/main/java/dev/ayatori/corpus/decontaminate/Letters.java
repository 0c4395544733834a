package dev.ayatori.corpus.decontaminate;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The letters and digits of a text, NFKC and small, each with its place in the text.
 *
 * <p>A character is normalised together with the marks that follow it, and its letters all have the place of the whole. Letters
 * of scripts without spaces are words of their own.
 */
final class Letters {
    private static final double MOSTLY = 0.3;
    private static final int LONGEST_ENTITY = 9;
    /** Latin, Greek and Cyrillic letters stand before. */
    private static final int ALPHABETS_END = 0x530;

    private int[] letters;
    private int[] starts;
    private int[] ends;
    private int[] words;
    private int size;
    private int wordCount;
    private int unspaced;
    private boolean gap = true;

    private Letters(int capacity) {
        letters = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        words = new int[capacity];
    }

    static Letters of(String text) {
        Letters letters = new Letters(Math.max(16, text.length()));
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x80 && (i + 1 == text.length() || !isMark(text.charAt(i + 1)))) {
                i = c == '&' || c == '-' ? letters.sign(text, i) : letters.ascii(c, i);
            } else if (isPlain(c) && (i + 1 == text.length() || !isMark(text.charAt(i + 1)))) {
                letters.add(c, i, i + 1, true);
                i++;
            } else {
                int end = i + Character.charCount(text.codePointAt(i));
                while (end < text.length() && isMark(text.charAt(end))) {
                    end++;
                }
                letters.normalised(text.substring(i, end), i, end);
                i = end;
            }
        }
        return letters;
    }

    /** Kana and common ideographs, which NFKC leaves as they are. */
    private static boolean isPlain(char c) {
        return c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FA || c == 0x30FC || c >= 0x4E00 && c <= 0x9FFF;
    }

    /** Also the vowels and last consonants of Korean that is written in parts. */
    private static boolean isMark(char c) {
        return c >= 0x300
                && (c >= 0x1160 && c <= 0x11FF
                        || c == 0xFF9E
                        || c == 0xFF9F
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    /** An entity of HTML counts as what it stands for; a hyphen at the end of a line joins. Returns the place behind. */
    private int sign(String text, int place) {
        int end = place + 1;
        if (text.charAt(place) == '-') {
            end = text.startsWith("\r", end) ? end + 1 : end;
            boolean joins = place > 0 && Character.isLetter(text.charAt(place - 1)) && text.startsWith("\n", end);
            gap |= !joins;
            return joins ? end + 1 : place + 1;
        }
        while (end - place < LONGEST_ENTITY && end < text.length() && isNameOfEntity(text.charAt(end))) {
            end++;
        }
        if (end == place + 1 || !text.startsWith(";", end)) {
            gap = true;
            return place + 1;
        }
        String name = text.substring(place + 1, end);
        normalised(name.startsWith("#") ? character(name.substring(1)) : " ", place, end + 1);
        return end + 1;
    }

    private static boolean isNameOfEntity(char c) {
        return c == '#' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String character(String number) {
        try {
            boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
            int code = hexadecimal ? Integer.parseInt(number, 1, number.length(), 16) : Integer.parseInt(number);
            return Character.toString(code);
        } catch (IllegalArgumentException e) {
            return " ";
        }
    }

    private int ascii(char c, int place) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            add(c, place, place + 1, false);
        } else if (c >= 'A' && c <= 'Z') {
            add(c + 32, place, place + 1, false);
        } else {
            gap = true;
        }
        return place + 1;
    }

    /** Letters of an alphabet lose their accents; signs without width part nothing. */
    private void normalised(String piece, int start, int end) {
        String composed = Normalizer.normalize(piece, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean alphabet = !composed.isEmpty() && composed.charAt(0) < ALPHABETS_END;
        String folded = alphabet ? Normalizer.normalize(composed, Normalizer.Form.NFD) : composed;
        folded.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                add(c, start, end, hasNoSpaces(c));
            } else {
                int type = Character.getType(c);
                gap |= type != Character.NON_SPACING_MARK && type != Character.FORMAT;
            }
        });
    }

    private static boolean hasNoSpaces(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> c == 0x30FC || c == 0x3005;
        };
    }

    private void add(int letter, int start, int end, boolean alone) {
        if (size == letters.length) {
            letters = Arrays.copyOf(letters, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            words = Arrays.copyOf(words, 2 * size);
        }
        if (gap || alone) {
            words[wordCount++] = size;
        }
        gap = alone;
        unspaced += alone ? 1 : 0;
        letters[size] = letter;
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    /** By what this text is known. */
    GramUnit unit() {
        return unspaced > MOSTLY * size ? GramUnit.CHARACTERS : GramUnit.WORDS;
    }

    /** How many units there are. */
    int count(GramUnit unit) {
        return switch (unit) {
            case CHARACTERS -> size;
            case WORDS -> wordCount;
        };
    }

    /** A number for a unit, equal for equal ones. */
    long value(GramUnit unit, int number) {
        return switch (unit) {
            case CHARACTERS -> letters[number] + 1;
            case WORDS -> word(words[number], wordEnd(number));
        };
    }

    private int wordEnd(int number) {
        return number + 1 < wordCount ? words[number + 1] : size;
    }

    private long word(int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * Grams.BASE + letters[i] + 1;
        }
        return hash ^ hash >>> 29;
    }

    /** Where a unit begins in the text. */
    int start(GramUnit unit, int number) {
        return starts[unit == GramUnit.CHARACTERS ? number : words[number]];
    }

    /** Where a unit ends in the text. */
    int end(GramUnit unit, int number) {
        return ends[unit == GramUnit.CHARACTERS ? number : wordEnd(number) - 1];
    }
}
