package dev.ayatori.corpus.dedup.substring;

/**
 * Windows that begin at places that follow each other, in the texts of a partition laid one after the other.
 *
 * <p>As a long: 20 bits of the partition, 35 of the first place, 8 of the number of windows less one; so longs rise with
 * the place.
 *
 * @param partition number of the partition
 * @param start where the first window begins, in chars from the first text of the partition
 * @param windows how many there are
 */
record Stretch(int partition, long start, int windows) {
    static final int MOST_WINDOWS = 256;
    private static final int PARTITION_BITS = 20;
    private static final int START_BITS = 35;
    private static final int WINDOW_BITS = 8;

    static Stretch of(long packed) {
        return new Stretch(
                (int) (packed >>> START_BITS + WINDOW_BITS),
                packed >>> WINDOW_BITS & (1L << START_BITS) - 1,
                (int) (packed & MOST_WINDOWS - 1) + 1);
    }

    long packed() {
        if (partition >= 1 << PARTITION_BITS) {
            throw new IllegalArgumentException("copied substrings are looked for in at most " + (1 << PARTITION_BITS)
                    + " groups of input files, but there are more; join small files, or set"
                    + " duplicates.substringCharacters to 0");
        }
        if (start >= 1L << START_BITS) {
            throw new IllegalArgumentException("copied substrings are looked for in at most " + (1L << START_BITS)
                    + " characters a file, but a file has more; divide it, or set duplicates.substringCharacters to 0");
        }
        return first(partition) | start << WINDOW_BITS | windows - 1;
    }

    /** The long below which no stretch of a partition is. */
    static long first(int partition) {
        return (long) partition << START_BITS + WINDOW_BITS;
    }
}
