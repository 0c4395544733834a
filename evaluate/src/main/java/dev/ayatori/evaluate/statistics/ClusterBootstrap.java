package dev.ayatori.evaluate.statistics;

import java.util.Arrays;
import java.util.Random;

/**
 * The percentile bootstrap over clusters: documents or packages are drawn with replacement, never their tokens or items,
 * which are not independent of each other.
 *
 * <p>{@link Random} is used because its numbers are part of its specification: a seed gives the same interval everywhere.
 *
 * <p>Source: Bradley Efron, Robert J. Tibshirani, An Introduction to the Bootstrap, Chapman &amp; Hall, 1993, chapters
 * 8 and 13.
 */
public final class ClusterBootstrap {

    private static final double TAIL = 0.025;

    private final long seed;
    private final int samples;

    /** A bootstrap of so many resamples, each call starting from the same seed. */
    public ClusterBootstrap(long seed, int samples) {
        this.seed = seed;
        this.samples = samples;
    }

    /**
     * The 95 % interval of sum(numerators) / sum(denominators), such as bits over bytes.
     *
     * @param numerators one sum for each cluster
     * @param denominators one sum above zero for each cluster
     */
    public Interval ratio(double[] numerators, double[] denominators) {
        if (numerators.length == 0 || numerators.length != denominators.length) {
            throw new IllegalArgumentException("a bootstrap needs as many numerators as denominators and at least one, "
                    + "but has " + numerators.length + " and " + denominators.length);
        }
        Random random = new Random(seed);
        double[] ratios = new double[samples];
        for (int sample = 0; sample < samples; sample++) {
            ratios[sample] = resampledRatio(numerators, denominators, random);
        }
        Arrays.sort(ratios);
        return new Interval(quantile(ratios, TAIL), quantile(ratios, 1 - TAIL));
    }

    private static double resampledRatio(double[] numerators, double[] denominators, Random random) {
        double numerator = 0;
        double denominator = 0;
        for (int draw = 0; draw < numerators.length; draw++) {
            int cluster = random.nextInt(numerators.length);
            numerator += numerators[cluster];
            denominator += denominators[cluster];
        }
        return numerator / denominator;
    }

    /** Linear interpolation between the order statistics. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
