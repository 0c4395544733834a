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

    private final int[] base;
    private final int[] parent;
    private final int[] value;

    DoubleArray(int[] base, int[] parent, int[] value) {
        this.base = base;
        this.parent = parent;
        this.value = value;
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
        int child = base[node] ^ code;
        return parent[child] == node ? child : NONE;
    }

    /** The index of the key that ends at a node, or {@link #NONE}. */
    public int value(int node) {
        return value[node];
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
