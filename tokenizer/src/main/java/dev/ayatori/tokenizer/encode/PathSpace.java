package dev.ayatori.tokenizer.encode;

import java.util.Arrays;

/** The work space of a search for a path: what is known of the best one to each place. */
final class PathSpace {
    private static final int KEPT = 1 << 16;

    /** Code of each character. */
    char[] codes = new char[256];
    /** Score of the best path to each place. */
    double[] scores = new double[257];
    /** The token by which it gets there, and where that starts. */
    int[] tokens = new int[257];

    int[] origins = new int[257];
    /** The ends of the tokens of a path, the last one first. */
    int[] ends = new int[257];

    void set(int place, int code) {
        if (place == codes.length) {
            reserve(place * 2);
        }
        codes[place] = (char) code;
    }

    PathSpace reserve(int capacity) {
        codes = Arrays.copyOf(codes, capacity);
        scores = new double[capacity + 1];
        tokens = new int[capacity + 1];
        origins = new int[capacity + 1];
        ends = new int[capacity + 1];
        return this;
    }

    boolean isLarge() {
        return codes.length > KEPT;
    }
}
