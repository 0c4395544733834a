package dev.ayatori.tokenizer.pipeline;

import java.util.Arrays;

/** Where a text is cut before its parts become tokens: stretches of code points from left to right. */
public final class Cuts {
    private int[] bounds = new int[64];
    private int size;

    public Cuts clear() {
        size = 0;
        return this;
    }

    /** Adds a stretch; an empty one is left out. */
    public void add(int from, int to) {
        if (from == to) {
            return;
        }
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 4 * size);
        }
        bounds[2 * size] = from;
        bounds[2 * size++ + 1] = to;
    }

    public int size() {
        return size;
    }

    public int from(int index) {
        return bounds[2 * index];
    }

    public int to(int index) {
        return bounds[2 * index + 1];
    }
}
