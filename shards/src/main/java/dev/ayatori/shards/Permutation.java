package dev.ayatori.shards;

/**
 * A shuffle of the numbers 0 to {@code size - 1} that is computed, not stored: a Feistel network (Luby and Rackoff 1988) over
 * the next even power of two, walked until it comes back into the range (Black and Rogaway 2002).
 *
 * @param size how many numbers
 * @param halfBits bits of each half of the network
 * @param key what the rounds are keyed with
 */
record Permutation(long size, int halfBits, long key) {
    private static final int ROUNDS = 6;

    static Permutation of(long seed, long epoch, long size) {
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
        return new Permutation(size, (bits + 1) / 2, mix(mix(seed) + 0x9E3779B97F4A7C15L * (epoch + 1)));
    }

    /** The number at an index. */
    long at(long index) {
        long value = index;
        do {
            value = forward(value);
        } while (value >= size);
        return value;
    }

    /** The index at which a number stands. */
    long indexOf(long number) {
        long value = number;
        do {
            value = backward(value);
        } while (value >= size);
        return value;
    }

    private long forward(long value) {
        long left = value >>> halfBits;
        long right = value & mask();
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ scramble(right, round);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }

    private long backward(long value) {
        long left = value >>> halfBits;
        long right = value & mask();
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long previous = right ^ scramble(left, round);
            right = left;
            left = previous;
        }
        return left << halfBits | right;
    }

    private long scramble(long half, int round) {
        return mix(key + 0x9E3779B97F4A7C15L * (round + 1) ^ half) & mask();
    }

    private long mask() {
        return (1L << halfBits) - 1;
    }

    /** The finishing function of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
