package dev.ayatori.corpus.filter.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The length of the output of zlib with lazy matching (levels 4 to 9), as its {@code deflate_slow} chooses matches.
 *
 * <p>Not safe for several threads; one object serves many texts.
 */
public final class ZlibLength {
    private static final int MIN_MATCH = 3;
    private static final int MAX_MATCH = 258;
    private static final int WINDOW = 1 << 15;
    private static final int WINDOW_MASK = WINDOW - 1;
    private static final int MAX_DISTANCE = WINDOW - MAX_MATCH - MIN_MATCH - 1;
    private static final int HASH_MASK = (1 << 15) - 1;
    private static final int HASH_SHIFT = 5;
    /** A match of three bytes farther away costs more than its literals. */
    private static final int TOO_FAR = 4096;
    /** Header of two bytes and checksum of four. */
    private static final int FRAME = 6;

    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** How hard a level looks: configuration_table of zlib. */
    public enum Level {
        SIX(8, 16, 128, 128),
        NINE(32, 258, 258, 4096);

        private final int goodLength;
        private final int maxLazy;
        private final int niceLength;
        private final int maxChain;

        Level(int goodLength, int maxLazy, int niceLength, int maxChain) {
            this.goodLength = goodLength;
            this.maxLazy = maxLazy;
            this.niceLength = niceLength;
            this.maxChain = maxChain;
        }
    }

    private final Level level;
    private final int[] head = new int[HASH_MASK + 1];
    private final int[] previous = new int[WINDOW];
    private final BlockLengths blocks = new BlockLengths();
    private byte[] text = {};
    private int matchStart;

    /** Measures at this level. */
    public ZlibLength(Level level) {
        this.level = level;
    }

    /** Bytes of the compressed text, with zlib's header and checksum. */
    public long of(byte[] plain) {
        text = plain;
        // 0 is no position: zlib cannot match the first byte of a text either.
        Arrays.fill(head, 0);
        blocks.begin();
        int length = plain.length;
        int blockStart = 0;
        int matchLength = MIN_MATCH - 1;
        boolean literalWaits = false;
        int at = 0;
        while (at < length) {
            int candidate = at + MIN_MATCH <= length ? insert(at) : 0;
            int priorLength = matchLength;
            int priorStart = matchStart;
            matchLength = MIN_MATCH - 1;
            if (candidate > 0 && priorLength < level.maxLazy && at - candidate <= MAX_DISTANCE) {
                matchLength = longestMatch(at, candidate, priorLength);
                if (matchLength == MIN_MATCH && at - matchStart > TOO_FAR) {
                    matchLength = MIN_MATCH - 1;
                }
            }
            if (priorLength >= MIN_MATCH && matchLength <= priorLength) {
                boolean full = blocks.match(at - 1 - priorStart, priorLength);
                int end = at - 1 + priorLength;
                for (int i = at + 1; i < end; i++) {
                    if (i + MIN_MATCH <= length) {
                        insert(i);
                    }
                }
                at = end;
                literalWaits = false;
                matchLength = MIN_MATCH - 1;
                if (full) {
                    blocks.end(at - blockStart);
                    blockStart = at;
                }
            } else {
                if (literalWaits && blocks.literal(plain[at - 1] & 0xFF)) {
                    blocks.end(at - blockStart);
                    blockStart = at;
                }
                literalWaits = true;
                at++;
            }
        }
        if (literalWaits) {
            blocks.literal(plain[length - 1] & 0xFF);
        }
        blocks.end(length - blockStart);
        return FRAME + blocks.bytes();
    }

    /** Notes the three bytes at a place; gives the last place with the same hash, 0 when there is none. */
    private int insert(int at) {
        int hash = ((text[at] & 0xFF) << 2 * HASH_SHIFT ^ (text[at + 1] & 0xFF) << HASH_SHIFT ^ (text[at + 2] & 0xFF))
                & HASH_MASK;
        int before = head[hash];
        previous[at & WINDOW_MASK] = before;
        head[hash] = at;
        return before;
    }

    private int longestMatch(int scan, int first, int priorLength) {
        byte[] bytes = text;
        int left = bytes.length - scan;
        int chain = priorLength >= level.goodLength ? level.maxChain >> 2 : level.maxChain;
        int best = priorLength;
        int nice = Math.min(level.niceLength, left);
        int limit = Math.max(0, scan - MAX_DISTANCE);
        if (best >= left) {
            return left;
        }
        int longest = Math.min(MAX_MATCH, left);
        short end = (short) PAIR.get(bytes, scan + best - 1);
        byte begin = bytes[scan];
        int match = first;
        do {
            if ((short) PAIR.get(bytes, match + best - 1) == end
                    && bytes[match] == begin
                    && bytes[match + 1] == bytes[scan + 1]) {
                int same = 2;
                while (same < longest && bytes[scan + same] == bytes[match + same]) {
                    same++;
                }
                if (same > best) {
                    matchStart = match;
                    best = same;
                    if (same >= nice) {
                        break;
                    }
                    end = (short) PAIR.get(bytes, scan + best - 1);
                }
            }
            match = previous[match & WINDOW_MASK];
        } while (match > limit && --chain != 0);
        return Math.min(best, left);
    }
}
