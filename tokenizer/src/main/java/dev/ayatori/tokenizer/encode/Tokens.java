package dev.ayatori.tokenizer.encode;

import java.util.Arrays;

/** Tokens as they are found: ids and the places in the original text they stand for. Arrays grow and are used again. */
public final class Tokens {
    private int[] ids = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;
    private int wordStart;

    public Tokens clear() {
        size = 0;
        wordStart = 0;
        return this;
    }

    public void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size++] = end;
    }

    public int size() {
        return size;
    }

    /** The id at an index. */
    public int id(int index) {
        return ids[index];
    }

    /** Tells that what follows does not belong to what stands here already. */
    void startWord() {
        wordStart = size;
    }

    /** Lets the last token of the word end elsewhere if it has an id; false if it has not. */
    boolean extendLast(int id, int end) {
        if (size == wordStart || ids[size - 1] != id) {
            return false;
        }
        ends[size - 1] = end;
        return true;
    }

    public int[] ids() {
        return Arrays.copyOf(ids, size);
    }

    public int[] starts() {
        return Arrays.copyOf(starts, size);
    }

    public int[] ends() {
        return Arrays.copyOf(ends, size);
    }

    /** Whether it grew so much that it should not be kept for the next text. */
    public boolean isLarge() {
        return ids.length > 1 << 16;
    }
}
