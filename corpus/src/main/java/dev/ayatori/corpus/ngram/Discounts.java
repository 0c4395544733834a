package dev.ayatori.corpus.ngram;

/**
 * The three discounts of one order of modified Kneser-Ney smoothing.
 *
 * @param one taken from counts of one
 * @param two taken from counts of two
 * @param more taken from counts of three and more
 */
public record Discounts(double one, double two, double more) {
    /** What is used where the counts of counts allow no estimate, as on very small or very regular texts. */
    private static final Discounts FALLBACK = new Discounts(0.5, 1, 1.5);

    /** Estimates from the number of n-grams seen once to four times, at the places 1 to 4 (equation 26 of Chen and Goodman). */
    static Discounts estimate(long[] seen) {
        if (seen[1] == 0 || seen[2] == 0 || seen[3] == 0) {
            return FALLBACK;
        }
        double y = (double) seen[1] / (seen[1] + 2 * seen[2]);
        Discounts estimated = new Discounts(
                1 - 2 * y * seen[2] / seen[1], 2 - 3 * y * seen[3] / seen[2], 3 - 4 * y * seen[4] / seen[3]);
        return estimated.isPossible() ? estimated : FALLBACK;
    }

    /** Estimates from how often each n-gram was seen. */
    public static Discounts estimate(int[] counts) {
        long[] seen = new long[5];
        for (int count : counts) {
            if (count >= 1 && count <= 4) {
                seen[count]++;
            }
        }
        return estimate(seen);
    }

    /** What is taken from a count. */
    public double of(int count) {
        return switch (count) {
            case 0 -> 0;
            case 1 -> one;
            case 2 -> two;
            default -> more;
        };
    }

    private boolean isPossible() {
        return one >= 0 && one <= 1 && two >= 0 && two <= 2 && more >= 0 && more <= 3;
    }
}
