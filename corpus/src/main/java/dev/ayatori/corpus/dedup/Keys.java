package dev.ayatori.corpus.dedup;

import dev.ayatori.corpus.spill.LongFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Keys under which documents of one run meet: 39 bits of a hash and below them 24 bits for the document's number in the
 * run, so that a sort of longs brings together what has the same hash. Chance meetings are sorted out when they are
 * verified.
 */
public final class Keys {
    private static final int NUMBER = 24;
    /** How many documents a run may hold. */
    static final int LIMIT = 1 << NUMBER;

    private long[] keys = new long[1024];
    private int size;

    void add(long hash, int number) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = hash >>> (NUMBER + 1) << NUMBER | number;
    }

    void write(Path file) {
        Arrays.sort(keys, 0, size);
        LongFile.write(file, keys, size);
    }

    /** The bits of the hash. */
    public static long hash(long key) {
        return key >>> NUMBER;
    }

    /** The number of the document in its run. */
    public static int number(long key) {
        return (int) (key & (LIMIT - 1));
    }

    /** The keys of all hashes cut into ranges of about equal size: the first key of each, and behind them the end. */
    public static List<Long> ranges(int count) {
        Long[] bounds = new Long[count + 1];
        for (int i = 0; i < count; i++) {
            bounds[i] = (long) (Long.MAX_VALUE * (i / (double) count)) >>> NUMBER << NUMBER;
        }
        bounds[count] = Long.MAX_VALUE;
        return List.of(bounds);
    }
}
