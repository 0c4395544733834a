package dev.ayatori.corpus.decontaminate;

/** Hashes of n-grams, rolled over the units of a text. */
final class Grams {
    static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long WORDS = 0xD1B54A32D192ED03L;

    private Grams() {}

    /** One hash for each unit from which on a whole n-gram stands. */
    static long[] of(Letters letters, GramUnit unit, int length) {
        int count = letters.count(unit);
        long[] hashes = new long[Math.max(0, count - length + 1)];
        long[] values = new long[count];
        long leaving = 1;
        for (int i = 1; i < length; i++) {
            leaving *= BASE;
        }
        long hash = 0;
        for (int i = 0; i < count; i++) {
            values[i] = letters.value(unit, i);
            if (i >= length) {
                hash -= leaving * values[i - length];
            }
            hash = hash * BASE + values[i];
            if (i >= length - 1) {
                hashes[i - length + 1] = unit == GramUnit.WORDS ? hash ^ WORDS : hash;
            }
        }
        return hashes;
    }
}
