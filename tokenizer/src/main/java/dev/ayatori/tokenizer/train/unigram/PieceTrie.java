package dev.ayatori.tokenizer.train.unigram;

/**
 * Finds pieces in text: a trie whose nodes are the slots of one hash table, found by their parent and the code between.
 *
 * <p>It is built anew for every round of training, so building must cost little: a slot is two numbers side by side, parent
 * and code, and the piece that ends there. Encoding has a denser trie, which is built once.
 */
final class PieceTrie {
    static final int NONE = -1;

    private static final int ROOT = 0;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** At even places parent and code of a slot plus one, 0 where free; behind each the piece that ends there. */
    private final long[] slots;

    private final int shift;
    private final int[] first;

    private PieceTrie(int nodes, int codes) {
        int bits = Math.max(4, Long.SIZE - Long.numberOfLeadingZeros(2L * nodes));
        slots = new long[2 << bits];
        shift = Long.SIZE - bits;
        first = new int[codes];
    }

    /**
     * The trie of some pieces.
     *
     * @param codes how many codes there are: every code is below this
     */
    static PieceTrie of(PieceTable pieces, int codes) {
        PieceTrie trie = new PieceTrie(nodes(pieces) + 1, codes);
        for (int code = 1; code < codes; code++) {
            trie.first[code] = NONE;
        }
        trie.first[0] = NONE;
        for (int index = 0; index < pieces.size(); index++) {
            int node = ROOT;
            for (int at = pieces.start(index); at < pieces.end(index); at++) {
                node = trie.grow(node, pieces.codes()[at]);
                if (at == pieces.start(index)) {
                    trie.first[pieces.codes()[at]] = node;
                }
            }
            trie.slots[2 * node + 1] = index;
        }
        return trie;
    }

    private static int nodes(PieceTable pieces) {
        char[] codes = pieces.codes();
        int nodes = 0;
        for (int index = 0; index < pieces.size(); index++) {
            int shared = 0;
            if (index > 0) {
                int before = pieces.start(index - 1);
                while (codes[before + shared] != 0 && codes[before + shared] == codes[pieces.start(index) + shared]) {
                    shared++;
                }
            }
            nodes += pieces.length(index) - shared;
        }
        return nodes;
    }

    private static long key(int node, int code) {
        return ((long) node << Character.SIZE | code) + 1;
    }

    private int slot(long key) {
        return (int) (key * MULTIPLIER >>> shift);
    }

    private int grow(int node, int code) {
        long key = key(node, code);
        int mask = slots.length / 2 - 1;
        // slot 0 is the root's
        for (int slot = slot(key); ; slot = slot + 1 & mask) {
            if (slots[2 * slot] == key) {
                return slot;
            }
            if (slots[2 * slot] == 0 && slot != ROOT) {
                slots[2 * slot] = key;
                slots[2 * slot + 1] = NONE;
                return slot;
            }
        }
    }

    /** The node of a piece's first code, or {@link #NONE}. */
    int first(int code) {
        return first[code];
    }

    /** The child of a node by a code, or {@link #NONE}. */
    int step(int node, int code) {
        long key = key(node, code);
        int mask = slots.length / 2 - 1;
        for (int slot = slot(key); ; slot = slot + 1 & mask) {
            long there = slots[2 * slot];
            if (there == key) {
                return slot;
            }
            if (there == 0 && slot != ROOT) {
                return NONE;
            }
        }
    }

    /** The index of the piece that ends at a node, or {@link #NONE}. */
    int value(int node) {
        return (int) slots[2 * node + 1];
    }
}
