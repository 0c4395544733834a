package dev.ayatori.evaluate.statistics;

/**
 * The score interval of a proportion, which stays within zero and one and keeps its coverage for small samples.
 *
 * <p>Source: Edwin B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal of the
 * American Statistical Association 22, 1927.
 */
public final class Wilson {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /** The 95 % interval of {@code successes} out of {@code trials}; without trials nothing is known: zero to one. */
    public static Interval interval(int successes, int trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes must be between 0 and " + trials + " trials, but is " + successes);
        }
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) successes / trials;
        double z2 = Z * Z;
        double centre = share + z2 / (2 * trials);
        double margin = Z * StrictMath.sqrt(share * (1 - share) / trials + z2 / (4.0 * trials * trials));
        double scale = 1 + z2 / trials;
        return new Interval(Math.max(0, (centre - margin) / scale), Math.min(1, (centre + margin) / scale));
    }
}
