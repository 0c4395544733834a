package dev.ayatori.corpus.dedup;

/**
 * Fingerprints of 64 bits after Charikar (2002), "Similarity estimation techniques from rounding algorithms": every run of
 * characters votes on every bit with its hash, so that texts of which most runs are the same differ in few bits.
 */
public final class SimHash {
    private static final int RUN = 4;

    private SimHash() {}

    /** The fingerprint of a text, whatever its width, case and white space. */
    public static long of(String text) {
        long[] hashes = Shingles.rolling(Normalised.of(text).text(), RUN);
        // plane i holds bit i of 64 counters side by side
        long[] planes = new long[Integer.SIZE];
        for (long hash : hashes) {
            long carry = hash;
            for (int plane = 0; carry != 0; plane++) {
                long both = planes[plane] & carry;
                planes[plane] ^= carry;
                carry = both;
            }
        }
        long fingerprint = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long votes = 0;
            for (int plane = 0; plane < planes.length; plane++) {
                votes |= (planes[plane] >>> bit & 1) << plane;
            }
            fingerprint |= (2 * votes > hashes.length ? 1L : 0) << bit;
        }
        return fingerprint;
    }

    /** In how many bits two fingerprints differ. */
    public static int distance(long left, long right) {
        return Long.bitCount(left ^ right);
    }
}
