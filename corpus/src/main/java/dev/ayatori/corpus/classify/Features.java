package dev.ayatori.corpus.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of the input matrix that a text calls up: its words, and its character and word n-grams by their hash. One
 * instance belongs to one thread.
 */
final class Features {
    private static final long WORD_FACTOR = 116_049_371;
    private static final byte[] END = Dictionary.END_OF_LINE.getBytes(StandardCharsets.UTF_8);

    private final Dictionary dictionary;
    private final FeatureSettings settings;
    private final Buckets buckets;

    private int[] rows = new int[256];
    private int size;
    private int[] hashes = new int[64];
    private int tokens;
    private byte[] bracketed = new byte[64];

    Features(Dictionary dictionary, FeatureSettings settings, Buckets buckets) {
        this.dictionary = dictionary;
        this.settings = settings;
        this.buckets = buckets;
    }

    /** Reads a text up to {@code </s>} as one line; afterwards {@link #rows()} and {@link #size()} tell its features. */
    void read(byte[] text) {
        size = 0;
        tokens = 0;
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || isSpace(text[i])) {
                if (Arrays.equals(text, from, i, END, 0, END.length)) {
                    break;
                }
                if (i > from) {
                    word(text, from, i);
                }
                from = i + 1;
            }
        }
        int hash = Dictionary.hash(END, 0, END.length);
        addWord(dictionary.find(END, 0, END.length, hash));
        count(hash);
        wordNgrams();
    }

    int[] rows() {
        return rows;
    }

    int size() {
        return size;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r' || b == 0;
    }

    private void word(byte[] text, int from, int to) {
        int hash = Dictionary.hash(text, from, to);
        int word = dictionary.find(text, from, to, hash);
        if (dictionary.isLabel(word, text, from, to)) {
            return;
        }
        addWord(word);
        if (settings.longest() > 0) {
            characterNgrams(text, from, to);
        }
        count(hash);
    }

    private void characterNgrams(byte[] text, int from, int to) {
        int length = to - from + 2;
        if (length >= bracketed.length) {
            bracketed = new byte[length * 2];
        }
        byte[] word = bracketed;
        word[0] = '<';
        System.arraycopy(text, from, word, 1, to - from);
        word[length - 1] = '>';
        word[length] = 0;
        int shortest = settings.shortest();
        int longest = settings.longest();
        reserve(length * Math.min(length, longest));
        int first = size;
        for (int start = 0; start < length; start++) {
            if (continues(word[start])) {
                continue;
            }
            int hash = Dictionary.emptyHash();
            int end = start;
            for (int n = 1; end < length && n <= longest; n++) {
                do {
                    hash = Dictionary.hash(hash, word[end++]);
                } while (continues(word[end]));
                if (n >= shortest && !(n == 1 && (start == 0 || end == length))) {
                    addIfKept(buckets.of(hash));
                }
            }
        }
        toRows(first);
    }

    private static boolean continues(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private void count(int hash) {
        if (tokens == hashes.length) {
            hashes = Arrays.copyOf(hashes, tokens * 2);
        }
        hashes[tokens++] = hash;
    }

    private void wordNgrams() {
        reserve(tokens * Math.min(tokens, settings.wordNgrams()));
        int first = size;
        for (int i = 0; i < tokens; i++) {
            long hash = hashes[i];
            for (int j = i + 1; j < tokens && j - i < settings.wordNgrams(); j++) {
                hash = hash * WORD_FACTOR + hashes[j];
                addIfKept(buckets.of(hash));
            }
        }
        toRows(first);
    }

    private void addWord(int word) {
        reserve(1);
        if (word >= 0) {
            rows[size++] = word;
        }
    }

    /** Without a branch on what is kept, which no processor could foretell. */
    private void addIfKept(int bucket) {
        rows[size] = bucket;
        size += buckets.kept(bucket);
    }

    private void toRows(int first) {
        for (int i = first; i < size; i++) {
            rows[i] = dictionary.words() + buckets.row(rows[i]);
        }
    }

    private void reserve(int more) {
        if (size + more >= rows.length) {
            rows = Arrays.copyOf(rows, 2 * (size + more));
        }
    }
}
