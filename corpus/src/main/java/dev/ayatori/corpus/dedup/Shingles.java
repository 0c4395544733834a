package dev.ayatori.corpus.dedup;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Hashes of all runs of a fixed number of characters of a text, by a rolling polynomial over 64 bits. */
public final class Shingles {
    static final long BASE = 0x9E3779B97F4A7C15L;

    private Shingles() {}

    /** One hash per position; a text shorter than a shingle is one shingle. */
    static long[] rolling(String text, int length) {
        int size = Math.min(length, text.length());
        long[] hashes = new long[text.length() - size + 1];
        long leaving = 1;
        for (int i = 1; i < size; i++) {
            leaving *= BASE;
        }
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= size) {
                hash -= leaving * (text.charAt(i - size) + 1);
            }
            hash = hash * BASE + text.charAt(i) + 1;
            if (i >= size - 1) {
                hashes[i - size + 1] = mix(hash);
            }
        }
        return hashes;
    }

    /** The shingles of words: one hash per position; a text of fewer words than a shingle is one shingle. */
    static long[] ofWords(String text, int length) {
        long[] words = words(text);
        int size = Math.min(length, words.length);
        long[] hashes = new long[words.length - size + 1];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0;
            for (int j = i; j < i + size; j++) {
                hash = mix(hash * BASE + words[j]);
            }
            hashes[i] = hash;
        }
        return hashes;
    }

    /** A hash for each word; in scripts without spaces each character is a word. */
    private static long[] words(String text) {
        LongStream.Builder words = LongStream.builder();
        long word = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = c >= 0x3040 && (Character.isIdeographic(c) || c < 0x3100);
            if (word != 0 && (alone || !Character.isLetterOrDigit(c))) {
                words.add(mix(word));
                word = 0;
            }
            if (alone) {
                words.add(mix(c));
            } else if (Character.isLetterOrDigit(c)) {
                word = word * BASE + c + 1;
            }
        }
        if (word != 0) {
            words.add(mix(word));
        }
        return words.build().toArray();
    }

    /** The set of shingles: sorted, each once. */
    public static long[] set(String text, int length) {
        long[] hashes = rolling(text, length);
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    /** Jaccard similarity of two sets: common elements over all elements. */
    public static double jaccard(long[] left, long[] right) {
        int common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                common++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common / (double) Math.max(1, left.length + right.length - common);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit. */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
