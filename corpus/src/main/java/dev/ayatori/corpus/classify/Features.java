package dev.ayatori.corpus.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of the input matrix that a text calls up: its words, and its character and word n-grams by their hash. One
 * instance belongs to one thread.
 */
final class Features {
    private static final long WORD_FACTOR = 116_049_371;
    private static final byte[] END = Words.END_OF_LINE.getBytes(StandardCharsets.UTF_8);

    private final Words words;
    private final FeatureSettings settings;
    /** For a pruned model the row behind the words of each bucket, or -1; empty: each bucket has its own. */
    private final int[] kept;

    /** 2^64 over the number of buckets, rounded up. */
    private final long inverse;

    private int[] rows = new int[256];
    private int size;
    private int[] hashes = new int[64];
    private int tokens;
    private byte[] bracketed = new byte[64];

    Features(Words words, FeatureSettings settings, int[] kept) {
        this.words = words;
        this.settings = settings;
        this.kept = kept;
        this.inverse = settings.buckets() == 0 ? 0 : Long.divideUnsigned(-1, settings.buckets()) + 1;
    }

    /** Reads a text as one line; afterwards {@link #rows()} and {@link #size()} tell its features. */
    void read(byte[] text) {
        size = 0;
        tokens = 0;
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || isSpace(text[i])) {
                if (i > from) {
                    word(text, from, i);
                }
                from = i + 1;
            }
        }
        endOfLine();
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
        int hash = Words.hash(text, from, to);
        int word = words.find(text, from, to, hash);
        if (word >= 0) {
            add(word);
        }
        if (settings.longest() > 0) {
            characterNgrams(text, from, to);
        }
        count(hash);
    }

    private void endOfLine() {
        int hash = Words.hash(END, 0, END.length);
        int word = words.find(END, 0, END.length, hash);
        if (word >= 0) {
            add(word);
        }
        count(hash);
    }

    private void characterNgrams(byte[] text, int from, int to) {
        int length = to - from + 2;
        if (length > bracketed.length) {
            bracketed = new byte[length * 2];
        }
        bracketed[0] = '<';
        System.arraycopy(text, from, bracketed, 1, to - from);
        bracketed[length - 1] = '>';
        for (int start = 0; start < length; start++) {
            if (continues(bracketed[start])) {
                continue;
            }
            int hash = Words.emptyHash();
            int end = start;
            for (int n = 1; end < length && n <= settings.longest(); n++) {
                do {
                    hash = Words.hash(hash, bracketed[end++]);
                } while (end < length && continues(bracketed[end]));
                if (n >= settings.shortest() && !(n == 1 && (start == 0 || end == length))) {
                    addBucket(bucket(hash));
                }
            }
        }
    }

    /** The remainder by multiplication instead of division (Lemire, Kaser and Kurz, "Faster Remainder", 2019). */
    private int bucket(int hash) {
        return (int) Math.unsignedMultiplyHigh(inverse * Integer.toUnsignedLong(hash), settings.buckets());
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
        for (int i = 0; i < tokens; i++) {
            long hash = hashes[i];
            for (int j = i + 1; j < tokens && j < i + settings.wordNgrams(); j++) {
                hash = hash * WORD_FACTOR + hashes[j];
                addBucket((int) Long.remainderUnsigned(hash, settings.buckets()));
            }
        }
    }

    private void addBucket(int bucket) {
        if (kept.length == 0) {
            add(words.size() + bucket);
        } else if (kept[bucket] >= 0) {
            add(words.size() + kept[bucket]);
        }
    }

    private void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }
}
