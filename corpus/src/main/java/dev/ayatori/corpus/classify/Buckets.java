package dev.ayatori.corpus.classify;

import java.util.Arrays;

/**
 * Which row behind the words each bucket of the hash has.
 *
 * <p>A pruned model keeps few of its millions of buckets. One bit for each tells at once whether it is kept, and the number
 * of bits before it where its row stands: for lid.176.ftz 0.5 MB instead of 8, which stay in the processor's cache (Jacobson,
 * "Space-efficient Static Trees and Graphs", 1989).
 */
final class Buckets {
    private final int count;
    private final boolean pruned;
    private final long[] present;
    private final int[] before;
    private final int[] rows;
    /** 2^64 over the number of buckets, rounded up. */
    private final long inverse;

    private Buckets(int count, boolean pruned, long[] present, int[] rows) {
        this.count = count;
        this.pruned = pruned;
        this.present = present;
        this.rows = rows;
        this.before = new int[present.length];
        for (int i = 1; i < present.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(present[i - 1]);
        }
        this.inverse = count == 0 ? 0 : Long.divideUnsigned(-1, count) + 1;
    }

    /** A row for each bucket. */
    static Buckets all(int count) {
        return new Buckets(count, false, new long[0], new int[0]);
    }

    /**
     * Rows for some of them.
     *
     * @param kept each a bucket in the upper and its row in the lower 32 bits, by rising buckets
     */
    static Buckets pruned(int count, long[] kept) {
        long[] present = new long[count / Long.SIZE + 1];
        int[] rows = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            int bucket = (int) (kept[i] >>> 32);
            present[bucket / Long.SIZE] |= 1L << bucket;
            rows[i] = (int) kept[i];
        }
        return new Buckets(count, true, present, rows);
    }

    /** How many rows they need. */
    int rows() {
        return pruned ? Arrays.stream(rows).max().orElse(-1) + 1 : count;
    }

    /** The bucket of a 32-bit hash. */
    int of(int hash) {
        // the remainder by multiplication instead of division (Lemire, Kaser and Kurz, "Faster Remainder", 2019)
        return (int) Math.unsignedMultiplyHigh(inverse * Integer.toUnsignedLong(hash), count);
    }

    /** The bucket of a 64-bit hash. */
    int of(long hash) {
        return (int) Long.remainderUnsigned(hash, count);
    }

    /** 1 where a bucket has a row, else 0. */
    int kept(int bucket) {
        return pruned ? (int) (present[bucket / Long.SIZE] >>> bucket) & 1 : 1;
    }

    /** The row of a bucket that has one. */
    int row(int bucket) {
        if (!pruned) {
            return bucket;
        }
        long bits = present[bucket / Long.SIZE] & (1L << bucket) - 1;
        return rows[before[bucket / Long.SIZE] + Long.bitCount(bits)];
    }
}
