package dev.ayatori.corpus.dedup.substring;

/**
 * Hashes of any stretch of a text in constant time, after Karp and Rabin (1987), "Efficient randomized pattern-matching
 * algorithms": the text is a polynomial, taken at two fixed places modulo the prime 2^61 - 1.
 *
 * <p>Two different stretches of n chars agree in one hash with a probability below n / 2^61, in both below n² / 2^122.
 */
final class PrefixHashes {
    private static final long PRIME = (1L << 61) - 1;
    private static final long FIRST = 0x0E3779B97F4A7C15L;
    private static final long SECOND = 0x158476D1CE4E5B97L;

    private final long[] first;
    private final long[] second;
    private final long[] firstPowers;
    private final long[] secondPowers;

    /** Room for texts up to so many chars. */
    PrefixHashes(int size) {
        first = new long[size + 1];
        second = new long[size + 1];
        firstPowers = powers(FIRST, size);
        secondPowers = powers(SECOND, size);
    }

    private static long[] powers(long base, int size) {
        long[] powers = new long[size + 1];
        powers[0] = 1;
        for (int i = 1; i <= size; i++) {
            powers[i] = times(powers[i - 1], base);
        }
        return powers;
    }

    /** The product modulo the prime. */
    private static long times(long left, long right) {
        long low = left * right;
        long sum = (low & PRIME) + (low >>> 61 | Math.multiplyHigh(left, right) << 3);
        return sum >= PRIME ? sum - PRIME : sum;
    }

    /** Takes in the first chars of a text in place of what was there. */
    void read(char[] text, int length) {
        long one = 0;
        long two = 0;
        for (int i = 0; i < length; i++) {
            one = next(one, FIRST, text[i]);
            two = next(two, SECOND, text[i]);
            first[i + 1] = one;
            second[i + 1] = two;
        }
    }

    private static long next(long hash, long base, char c) {
        long sum = times(hash, base) + c + 1;
        return sum >= PRIME ? sum - PRIME : sum;
    }

    /** One hash of the chars from a place in what was read up to another one. */
    long first(int from, int to) {
        return minus(first[to], times(first[from], firstPowers[to - from]));
    }

    /** Another one. */
    long second(int from, int to) {
        return minus(second[to], times(second[from], secondPowers[to - from]));
    }

    private static long minus(long left, long right) {
        return left >= right ? left - right : left - right + PRIME;
    }
}
