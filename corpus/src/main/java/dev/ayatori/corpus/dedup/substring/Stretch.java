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
public record Stretch(int partition, long start, int windows) {
    /** How many windows one stretch can hold. */
    public static final int MOST_WINDOWS = 256;

    private static final int PARTITION_BITS = 20;
    private static final int START_BITS = 35;
    private static final int WINDOW_BITS = 8;

    /** The windows that a long tells. */
    public static Stretch of(long packed) {
        return new Stretch(
                (int) (packed >>> START_BITS + WINDOW_BITS),
                packed >>> WINDOW_BITS & (1L << START_BITS) - 1,
                (int) (packed & MOST_WINDOWS - 1) + 1);
    }

    /** The long. */
    public long packed() {
        if (partition >= 1 << PARTITION_BITS) {
            throw new IllegalArgumentException("copies inside of texts are looked for in at most "
                    + (1 << PARTITION_BITS) + " groups of input files, but there are more; join small files, or"
                    + " compare no substrings and similar passages");
        }
        if (start >= 1L << START_BITS) {
            throw new IllegalArgumentException(
                    "copies inside of texts are looked for in at most " + (1L << START_BITS)
                            + " characters a file, but a file has more; divide it, or compare no substrings and similar passages");
        }
        return first(partition) | start << WINDOW_BITS | windows - 1;
    }

    /** The long below which no stretch of a partition is. */
    static long first(int partition) {
        return (long) partition << START_BITS + WINDOW_BITS;
    }
}
