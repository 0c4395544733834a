package dev.ayatori.corpus.filter.view;

import java.util.Arrays;

/** The words of a text as places in it, and how often runs of them repeat. */
public final class Words {
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long BASE = 0xD6E8FEB86659FD93L;
    /** Words of the longest run that is looked for. */
    private static final int LONGEST = 16;

    private static final long[] POWERS = powers();

    private final String text;
    private int[] begin;
    private int[] end;
    /** Hash of all words before each one. */
    private long[] hash;

    private int count;
    private boolean[] repeating = {};
    private int repeatingLength;

    private Words(String text, int expected) {
        this.text = text;
        this.begin = new int[expected];
        this.end = new int[expected];
        this.hash = new long[expected + 1];
    }

    static Words bySpaces(String text) {
        Words words = new Words(text, 16 + text.length() / 4);
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (space && start >= 0) {
                words.add(start, i);
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            words.add(start, text.length());
        }
        return words;
    }

    static Words byScripts(String text) {
        Words words = new Words(text, 16 + text.length() / 2);
        int start = 0;
        int kind = 0;
        for (int i = 0; i < text.length(); i++) {
            int next = kind(text.charAt(i), kind);
            if (next != kind || next == PUNCTUATION) {
                if (kind != SPACE && i > start) {
                    words.add(start, i);
                }
                start = i;
                kind = next;
            }
        }
        if (kind != SPACE && start < text.length()) {
            words.add(start, text.length());
        }
        return words;
    }

    static Words byCharacters(String text, boolean spaces) {
        Words words = new Words(text, text.length());
        for (int i = 0; i < text.length(); i++) {
            if (spaces || !Character.isWhitespace(text.charAt(i))) {
                words.add(i, i + 1);
            }
        }
        return words;
    }

    private static final int SPACE = 0;
    private static final int PUNCTUATION = 1;
    private static final int HIRAGANA = 2;
    private static final int KATAKANA = 3;
    private static final int HAN = 4;
    private static final int OTHER = 5;

    private static int kind(char c, int before) {
        if (Kana.isHiragana(c)) {
            return HIRAGANA;
        } else if (Kana.isHan(c)) {
            return HAN;
        } else if (Kana.isKatakana(c)) {
            return KATAKANA;
        } else if (c == 'ー') {
            return before == HIRAGANA ? HIRAGANA : KATAKANA;
        } else if (Character.isWhitespace(c)) {
            return SPACE;
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? OTHER : PUNCTUATION;
    }

    private void add(int from, int to) {
        if (count == begin.length) {
            begin = Arrays.copyOf(begin, 2 * count);
            end = Arrays.copyOf(end, 2 * count);
            hash = Arrays.copyOf(hash, 2 * count + 1);
        }
        long h = to - from;
        for (int i = from; i < to; i++) {
            h = (h ^ text.charAt(i)) * PRIME;
            h ^= h >>> 29;
        }
        begin[count] = from;
        end[count] = to;
        count++;
        hash[count] = hash[count - 1] * BASE + h;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** One word. */
    public String word(int i) {
        return text.substring(begin[i], end[i]);
    }

    /** First place of a word in the text. */
    public int begin(int i) {
        return begin[i];
    }

    /** Place behind a word. */
    public int end(int i) {
        return end[i];
    }

    /** Characters of all words. */
    public long characters() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += end[i] - begin[i];
        }
        return sum;
    }

    /** Characters of the most frequent run of so many words, spaces between them counted, times its frequency; 0 when none repeats. */
    public long topRun(int length, boolean spaces) {
        if (count < length) {
            return 0;
        }
        GramTable grams = new GramTable(count - length + 1);
        int most = 1;
        int place = -1;
        for (int i = 0; i + length <= count; i++) {
            if (mayRepeat(i, length)) {
                int seen = grams.add(run(i, length));
                if (seen > most) {
                    most = seen;
                    place = i;
                }
            }
        }
        noteRepeating(grams, length);
        return place < 0 ? 0 : most * (characters(place, length) + (spaces ? length - 1 : 0));
    }

    /** Characters in runs of so many words that stood before, no character counted twice. */
    public long repeatedRuns(int length) {
        if (count < length) {
            return 0;
        }
        GramTable grams = new GramTable(count - length + 1);
        long repeated = 0;
        int i = 0;
        while (i + length <= count) {
            if (mayRepeat(i, length) && grams.addIfNew(run(i, length))) {
                repeated += characters(i, length);
                i += length;
            } else {
                i++;
            }
        }
        return repeated;
    }

    /** Frequencies of all runs of so many words: at each number, how many different runs occur that often. */
    public int[] frequencies(int length) {
        GramTable grams = new GramTable(Math.max(1, count - length + 1));
        int unique = 0;
        for (int i = 0; i + length <= count; i++) {
            if (mayRepeat(i, length)) {
                grams.add(run(i, length));
            } else {
                unique++;
            }
        }
        int[] frequencies = grams.frequencies();
        if (frequencies.length < 2) {
            frequencies = new int[2];
        }
        frequencies[1] += unique;
        return frequencies;
    }

    /** A run repeats only where the shorter run at its beginning does. */
    private boolean mayRepeat(int i, int length) {
        return repeatingLength == 0 || length <= repeatingLength || repeating[i];
    }

    private void noteRepeating(GramTable grams, int length) {
        if (length > repeatingLength) {
            boolean[] found = new boolean[count];
            for (int i = 0; i + length <= count; i++) {
                found[i] = mayRepeat(i, length) && grams.count(run(i, length)) > 1;
            }
            repeating = found;
            repeatingLength = length;
        }
    }

    private long characters(int from, int length) {
        long sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += end[i] - begin[i];
        }
        return sum;
    }

    /** The hash of a run of words, by the hashes of what stands before its end and before its beginning (Karp and Rabin 1987). */
    private long run(int from, int length) {
        return hash[from + length] - hash[from] * POWERS[length];
    }

    private static long[] powers() {
        long[] powers = new long[LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i <= LONGEST; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }
}
