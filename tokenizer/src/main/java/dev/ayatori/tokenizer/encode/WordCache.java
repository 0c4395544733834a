package dev.ayatori.tokenizer.encode;

/** Remembers what short words become: words of up to 15 bytes, of up to three tokens. */
final class WordCache {
    static final long NONE = 0;
    static final int LONGEST = 15;
    private static final int ID_BITS = 20;
    private static final int SLOTS = 1 << 15;

    private final long[] low = new long[SLOTS];
    private final long[] high = new long[SLOTS];
    private final long[] found = new long[SLOTS];

    /** Tokens of a word, to be read by {@link #id} and {@link #rest}, or {@link #NONE}. */
    long get(long wordLow, long wordHigh) {
        int slot = slot(wordLow, wordHigh);
        return low[slot] == wordLow && high[slot] == wordHigh ? found[slot] : NONE;
    }

    static int id(long tokens) {
        return (int) (tokens & (1 << ID_BITS) - 1) - 1;
    }

    static long rest(long tokens) {
        return tokens >>> ID_BITS;
    }

    void put(long wordLow, long wordHigh, int[] ids, int count) {
        if (count > 3) {
            return;
        }
        long tokens = 0;
        for (int i = count - 1; i >= 0; i--) {
            if (ids[i] < 0 || ids[i] + 1 >= 1 << ID_BITS) {
                return;
            }
            tokens = tokens << ID_BITS | ids[i] + 1;
        }
        int slot = slot(wordLow, wordHigh);
        low[slot] = wordLow;
        high[slot] = wordHigh;
        found[slot] = tokens;
    }

    private static int slot(long low, long high) {
        long mixed = (low ^ high * 0xC2B2AE3D27D4EB4FL) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40 ^ mixed >>> 56) & SLOTS - 1;
    }
}
