package dev.ayatori.model;

/**
 * Random numbers as a pure function of (seed, stream, counter): the same on every platform, from any place on.
 *
 * <p>The mixing steps are those of SplitMix64 (Steele et al. 2014).
 */
public final class CounterRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final long key;

    /** The numbers of one stream of a seed. */
    public CounterRandom(long seed, long stream) {
        this.key = mix(mix(seed + GOLDEN_GAMMA) ^ (stream + 1) * GOLDEN_GAMMA);
    }

    /** Above 0 and at most 1. */
    public double uniform(long counter) {
        return ((mix(key + (counter + 1) * GOLDEN_GAMMA) >>> 11) + 1) * UNIT;
    }

    /** Normally distributed with mean 0 and deviation 1 (Box and Muller 1958). */
    public double normal(long counter) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(2 * counter)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * counter + 1));
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
