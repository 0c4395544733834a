package dev.ayatori.corpus.dedup.substring;

/** A set of windows by their two hashes, with open addressing; a window whose hashes are both 0 would never be found. */
final class WindowSet {
    private static final int SMALLEST = 1024;

    private final int limit;
    private long[] slots = new long[2 * SMALLEST];
    private int size;

    /** A set that is full with so many windows. */
    WindowSet(int limit) {
        this.limit = limit;
    }

    boolean isFull() {
        return size >= limit;
    }

    /** Adds a window; false when it is there already. */
    boolean add(long first, long second) {
        int slot = slot(first, second);
        if ((slots[slot] | slots[slot + 1]) != 0) {
            return false;
        }
        slots[slot] = first;
        slots[slot + 1] = second;
        if (4L * ++size > slots.length) {
            grow();
        }
        return true;
    }

    /** Where a window stands or belongs. */
    private int slot(long first, long second) {
        int slot = (int) (first ^ first >>> 32) << 1 & slots.length - 2;
        while ((slots[slot] != first || slots[slot + 1] != second) && (slots[slot] | slots[slot + 1]) != 0) {
            slot = slot + 2 & slots.length - 2;
        }
        return slot;
    }

    private void grow() {
        refill(new long[2 * slots.length], 0, 0);
    }

    /** Keeps only the windows of which some bits of the second hash are as given. */
    void retain(long mask, long bits) {
        refill(new long[slots.length], mask, bits);
    }

    private void refill(long[] empty, long mask, long bits) {
        long[] full = slots;
        slots = empty;
        size = 0;
        for (int i = 0; i < full.length; i += 2) {
            if ((full[i] | full[i + 1]) != 0 && (full[i + 1] & mask) == bits) {
                int slot = slot(full[i], full[i + 1]);
                slots[slot] = full[i];
                slots[slot + 1] = full[i + 1];
                size++;
            }
        }
    }

    void clear() {
        if (slots.length > 2 * SMALLEST) {
            slots = new long[2 * SMALLEST];
        } else {
            java.util.Arrays.fill(slots, 0);
        }
        size = 0;
    }
}
