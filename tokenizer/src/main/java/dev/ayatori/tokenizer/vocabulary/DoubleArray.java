package dev.ayatori.tokenizer.vocabulary;

/**
 * A trie over small numbers in flat arrays (Aoe 1989); a step is one exclusive or and one comparison.
 *
 * <p>The child of node {@code n} by code {@code c} is slot {@code base(n) ^ c} when that slot names {@code n} as its parent.
 * Codes are at least 1; code 0 is a code no key holds. Slot {@link #ROOT} is the root.
 */
public final class DoubleArray {
    /** The node every search starts from. */
    public static final int ROOT = 0;

    /** The value of a node at which no key ends. */
    public static final int NONE = -1;

    /** Base, parent and value of each node, four numbers to a node: a step touches one line of the cache. */
    private final int[] cells;

    DoubleArray(int[] base, int[] parent, int[] value) {
        cells = new int[4 * base.length];
        for (int node = 0; node < base.length; node++) {
            cells[4 * node] = base[node];
            cells[4 * node + 1] = parent[node];
            cells[4 * node + 2] = value[node];
        }
    }

    /**
     * Builds the trie.
     *
     * @param keys the keys, in lexicographic order without repetition; the value of a key is its index
     * @param codes how many codes there are: every code is below this
     */
    public static DoubleArray build(int[][] keys, int codes) {
        return new DoubleArrayBuilder(keys, codes).build();
    }

    /** The child of a node by a code, or {@link #NONE}. */
    public int step(int node, int code) {
        int child = cells[4 * node] ^ code;
        return cells[4 * child + 1] == node ? child : NONE;
    }

    /** The index of the key that ends at a node, or {@link #NONE}. */
    public int value(int node) {
        return cells[4 * node + 2];
    }

    /** The index of a key, or {@link #NONE}. */
    public int find(int[] key) {
        int node = ROOT;
        for (int i = 0; i < key.length && node != NONE; i++) {
            node = step(node, key[i]);
        }
        return node == NONE ? NONE : value(node);
    }
}
