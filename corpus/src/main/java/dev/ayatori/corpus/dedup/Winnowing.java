package dev.ayatori.corpus.dedup;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Fingerprints of a text after Schleimer, Wilkerson and Aiken (2003), "Winnowing: local algorithms for document
 * fingerprinting": of every window of hashes the smallest is kept, so that two texts with a common run of
 * {@code LENGTH + WINDOW - 1} characters share a fingerprint.
 */
final class Winnowing {
    private static final int LENGTH = 24;
    private static final int WINDOW = 32;

    private Winnowing() {}

    /** The fingerprints in rising order, each once; a text shorter than one run of characters has none. */
    static long[] fingerprints(String text) {
        if (text.length() < LENGTH) {
            return new long[0];
        }
        long[] hashes = Shingles.rolling(text, LENGTH);
        LongStream.Builder kept = LongStream.builder();
        int smallest = -1;
        for (int end = Math.min(WINDOW, hashes.length); end <= hashes.length; end++) {
            int from = Math.max(0, end - WINDOW);
            if (smallest < from) {
                smallest = smallest(hashes, from, end);
                kept.add(hashes[smallest]);
            } else if (hashes[end - 1] <= hashes[smallest]) {
                smallest = end - 1;
                kept.add(hashes[smallest]);
            }
        }
        return Arrays.stream(kept.build().toArray()).sorted().distinct().toArray();
    }

    private static int smallest(long[] hashes, int from, int end) {
        int smallest = from;
        for (int i = from + 1; i < end; i++) {
            smallest = hashes[i] <= hashes[smallest] ? i : smallest;
        }
        return smallest;
    }
}
