package dev.ayatori.corpus.filter.deflate;

import java.util.Arrays;

/** Counts the bits of blocks of literals and matches: dynamic, fixed or stored, whichever is shortest (RFC 1951). */
final class BlockLengths {
    /** zlib ends a block when its buffer of symbols is full (memory level 8). */
    private static final int SYMBOLS = (1 << 14) - 1;

    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int CODE_LENGTHS = 19;
    private static final int END = 256;
    private static final int FIXED_DISTANCE_BITS = 5;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int[] LENGTH_CODE = lengthCodes();
    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    private final HuffmanTree literals = new HuffmanTree(LITERALS, 15);
    private final HuffmanTree distances = new HuffmanTree(DISTANCES, 15);
    private final HuffmanTree codeLengths = new HuffmanTree(CODE_LENGTHS, 7);
    private int symbols;
    private long bits;

    void begin() {
        bits = 0;
        clear();
    }

    /** Counts a literal; true when the block is full. */
    boolean literal(int value) {
        literals.frequency[value]++;
        return ++symbols == SYMBOLS;
    }

    /** Counts a match; true when the block is full. */
    boolean match(int distance, int length) {
        literals.frequency[END + 1 + LENGTH_CODE[length]]++;
        distances.frequency[distanceCode(distance)]++;
        return ++symbols == SYMBOLS;
    }

    /** Ends a block that holds so many bytes. */
    void end(int stored) {
        literals.frequency[END] = 1;
        long extra = extraBits();
        long fixed = fixedBits() + extra;
        long dynamic = literals.build() + distances.build() + extra + treeBits();
        long dynamicBytes = (dynamic + 3 + 7) >> 3;
        long fixedBytes = (fixed + 3 + 7) >> 3;
        long smaller = Math.min(dynamicBytes, fixedBytes);
        if (stored + 4 <= smaller) {
            storedBlocks(stored);
        } else {
            bits += 3 + (fixedBytes <= dynamicBytes ? fixed : dynamic);
        }
        clear();
    }

    long bytes() {
        return (bits + 7) >> 3;
    }

    private void storedBlocks(long stored) {
        bits += 3;
        bits = (bits + 7) / 8 * 8 + 32 + 8 * stored;
    }

    private void clear() {
        Arrays.fill(literals.frequency, 0);
        Arrays.fill(distances.frequency, 0);
        symbols = 0;
    }

    private long extraBits() {
        long extra = 0;
        for (int i = 0; i < LENGTH_EXTRA.length; i++) {
            extra += (long) literals.frequency[END + 1 + i] * LENGTH_EXTRA[i];
        }
        for (int i = 4; i < DISTANCES; i++) {
            extra += (long) distances.frequency[i] * (i / 2 - 1);
        }
        return extra;
    }

    private long fixedBits() {
        long fixed = 0;
        for (int i = 0; i < LITERALS; i++) {
            fixed += (long) literals.frequency[i] * (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        }
        for (int i = 0; i < DISTANCES; i++) {
            fixed += (long) distances.frequency[i] * FIXED_DISTANCE_BITS;
        }
        return fixed;
    }

    /** Bits of the description of both trees. */
    private long treeBits() {
        Arrays.fill(codeLengths.frequency, 0);
        int extra = run(literals) + run(distances);
        long described = codeLengths.build() + extra;
        int last = CODE_LENGTHS - 1;
        while (last >= 3 && codeLengths.length[ORDER[last]] == 0) {
            last--;
        }
        return described + 3L * (last + 1) + 5 + 5 + 4;
    }

    /** Counts the run-length codes of a tree's lengths; gives their extra bits. */
    private int run(HuffmanTree tree) {
        int extra = 0;
        int prior = -1;
        int next = tree.length[0];
        int count = 0;
        int most = next == 0 ? 138 : 7;
        int least = next == 0 ? 3 : 4;
        for (int i = 0; i <= tree.last; i++) {
            int current = next;
            next = i == tree.last ? -1 : tree.length[i + 1];
            if (++count < most && current == next) {
                continue;
            }
            if (count < least) {
                codeLengths.frequency[current] += count;
            } else if (current != 0) {
                codeLengths.frequency[current] += current == prior ? 0 : 1;
                codeLengths.frequency[16]++;
                extra += 2;
            } else if (count <= 10) {
                codeLengths.frequency[17]++;
                extra += 3;
            } else {
                codeLengths.frequency[18]++;
                extra += 7;
            }
            count = 0;
            prior = current;
            most = next == 0 ? 138 : current == next ? 6 : 7;
            least = next == 0 || current == next ? 3 : 4;
        }
        return extra;
    }

    private static int distanceCode(int distance) {
        if (distance <= 4) {
            return distance - 1;
        }
        int high = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * high + ((distance - 1) >> (high - 1) & 1);
    }

    private static int[] lengthCodes() {
        int[] codes = new int[259];
        int length = 3;
        for (int code = 0; code < 28; code++) {
            int extra = code < 8 ? 0 : (code - 4) / 4;
            for (int i = 0; i < 1 << extra && length < 258; i++) {
                codes[length++] = code;
            }
        }
        codes[258] = 28;
        return codes;
    }
}
