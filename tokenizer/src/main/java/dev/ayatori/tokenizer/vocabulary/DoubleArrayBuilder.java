package dev.ayatori.tokenizer.vocabulary;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Lays the nodes of a trie into slots: each node looks for a base at which all its children find free slots. */
final class DoubleArrayBuilder {
    /** After so many occupied places a node takes a fresh block; without this bound, building would be quadratic. */
    private static final int ATTEMPTS = 200;

    private static final int TAKEN = -1;

    private record Range(int node, int from, int to, int depth) {}

    private final int[][] keys;
    private final int block;
    private int size;
    private int[] base;
    private int[] parent;
    private int[] value;
    /** Free slots form a ring through slot 0, which itself is never free. */
    private int[] nextFree;

    private int[] previousFree;

    DoubleArrayBuilder(int[][] keys, int codes) {
        this.keys = keys;
        this.block = Math.max(256, Integer.highestOneBit(Math.max(1, codes - 1)) * 2);
        base = new int[0];
        parent = new int[0];
        value = new int[0];
        nextFree = new int[] {0};
        previousFree = new int[] {0};
    }

    DoubleArray build() {
        grow();
        take(DoubleArray.ROOT);
        parent[DoubleArray.ROOT] = DoubleArray.NONE;
        Deque<Range> open = new ArrayDeque<>();
        open.add(new Range(DoubleArray.ROOT, 0, keys.length, 0));
        while (!open.isEmpty()) {
            place(open.remove(), open);
        }
        return new DoubleArray(Arrays.copyOf(base, size), Arrays.copyOf(parent, size), Arrays.copyOf(value, size));
    }

    private void place(Range range, Deque<Range> open) {
        int from = range.from();
        if (from < range.to() && keys[from].length == range.depth()) {
            value[range.node()] = from;
            from++;
        }
        if (from == range.to()) {
            // a base of its own slot leads nowhere: that slot's parent is another node
            base[range.node()] = range.node() == DoubleArray.ROOT ? 1 : range.node();
            return;
        }
        int[] codes = childCodes(from, range.to(), range.depth());
        int found = findBase(codes);
        base[range.node()] = found;
        for (int code : codes) {
            take(found ^ code);
            parent[found ^ code] = range.node();
        }
        int start = from;
        for (int code : codes) {
            int end = start;
            while (end < range.to() && keys[end][range.depth()] == code) {
                end++;
            }
            open.add(new Range(found ^ code, start, end, range.depth() + 1));
            start = end;
        }
    }

    private int[] childCodes(int from, int to, int depth) {
        int[] codes = new int[16];
        int count = 0;
        for (int key = from; key < to; key++) {
            int code = keys[key][depth];
            if (count == 0 || codes[count - 1] != code) {
                if (count == codes.length) {
                    codes = Arrays.copyOf(codes, count * 2);
                }
                codes[count++] = code;
            }
        }
        return Arrays.copyOf(codes, count);
    }

    /** One child fits into the oldest free slot; more of them are likelier to fit where most slots are still free. */
    private int findBase(int[] codes) {
        int[] links = codes.length == 1 ? nextFree : previousFree;
        int attempts = 0;
        for (int slot = links[0]; slot != 0 && attempts < ATTEMPTS; slot = links[slot]) {
            int candidate = slot ^ codes[0];
            if (fits(candidate, codes)) {
                return candidate;
            }
            attempts++;
        }
        int fresh = size;
        grow();
        return fresh;
    }

    private boolean fits(int candidate, int[] codes) {
        for (int code : codes) {
            if (nextFree[candidate ^ code] == TAKEN || (candidate ^ code) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Opens one more block of free slots; capacity doubles, so that building stays linear. */
    private void grow() {
        int from = size;
        size += block;
        if (size > base.length) {
            int capacity = Math.max(size, base.length * 2);
            base = Arrays.copyOf(base, capacity);
            parent = Arrays.copyOf(parent, capacity);
            value = Arrays.copyOf(value, capacity);
            nextFree = Arrays.copyOf(nextFree, capacity);
            previousFree = Arrays.copyOf(previousFree, capacity);
        }
        Arrays.fill(parent, from, size, DoubleArray.NONE);
        Arrays.fill(value, from, size, DoubleArray.NONE);
        for (int slot = Math.max(1, from); slot < size; slot++) {
            int last = previousFree[0];
            nextFree[last] = slot;
            previousFree[slot] = last;
            nextFree[slot] = 0;
            previousFree[0] = slot;
        }
    }

    private void take(int slot) {
        if (slot == 0) {
            return; // the root holds the ring together and is never in it
        }
        nextFree[previousFree[slot]] = nextFree[slot];
        previousFree[nextFree[slot]] = previousFree[slot];
        nextFree[slot] = TAKEN;
    }
}
