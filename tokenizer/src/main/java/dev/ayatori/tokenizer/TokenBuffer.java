package dev.ayatori.tokenizer;

import java.util.Arrays;

/** The tokens of one encoding as they are found, and the work space of the search. */
final class TokenBuffer {
    /** Work spaces that grew beyond this are not kept for the next text. */
    private static final int KEPT = 1 << 16;

    private int[] ids = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    /** Code of each character of the stretch at hand. */
    int[] codes = new int[256];
    /** Best score up to each place; id and start of the token that reaches it. */
    double[] scores = new double[257];

    int[] tokens = new int[257];
    int[] origins = new int[257];

    void clear() {
        size = 0;
        if (scores.length > KEPT) {
            codes = new int[256];
            resize(256);
        }
        if (ids.length > KEPT) {
            ids = new int[256];
            starts = new int[256];
            ends = new int[256];
        }
    }

    void reserve(int characters) {
        if (codes.length < characters) {
            int capacity = Math.max(characters, codes.length * 2);
            codes = Arrays.copyOf(codes, capacity);
            resize(capacity);
        }
    }

    private void resize(int capacity) {
        scores = new double[capacity + 1];
        tokens = new int[capacity + 1];
        origins = new int[capacity + 1];
    }

    void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    /** Turns the tokens from an index on around: the search finds the last one first. */
    void reverseFrom(int index) {
        for (int left = index, right = size - 1; left < right; left++, right--) {
            swap(ids, left, right);
            swap(starts, left, right);
            swap(ends, left, right);
        }
    }

    private static void swap(int[] values, int left, int right) {
        int value = values[left];
        values[left] = values[right];
        values[right] = value;
    }

    int[] ids() {
        return Arrays.copyOf(ids, size);
    }

    Encoding encoding() {
        return new Encoding(ids(), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }
}
