package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.LongSorter;
import dev.ayatori.corpus.spill.RecordMerge;

/**
 * Compares the windows under one key in the order of their owners. Where memory cannot hold them all, only those in one of
 * 2, 4, 8 and so on slices of the hashes are compared at a time; a copy that is found twice does no harm.
 */
final class Comparison {
    private final int window;
    private final PrefixHashes hashes;
    private final WindowSet seen;
    private final LongSorter copies;
    private long slices;
    private long slice;

    /**
     * A comparison.
     *
     * @param window chars of the shortest substring that counts
     * @param limit windows that memory may hold
     */
    Comparison(int window, int limit, LongSorter copies) {
        this.window = window;
        this.hashes = new PrefixHashes(window + Stretch.MOST_WINDOWS);
        this.seen = new WindowSet(limit);
        this.copies = copies;
    }

    /** Goes through the windows of the next key. */
    void first(RecordMerge<Context> contexts) {
        slices = 1;
        slice = -1;
        next(contexts);
    }

    /** Whether the windows of the key must be gone through again. */
    boolean more() {
        return slice + 1 < slices;
    }

    /** Goes through the next slice. */
    void next(RecordMerge<Context> contexts) {
        slice++;
        seen.clear();
        long key = contexts.peek().key();
        while (contexts.more() && contexts.peek().key() == key) {
            compare(contexts.take());
            while (seen.isFull()) {
                slices *= 2;
                seen.retain(slices - 1, slice);
            }
        }
    }

    private void compare(Context context) {
        Stretch stretch = Stretch.of(context.place());
        hashes.read(context.text(), context.text().length);
        int begin = 0;
        for (int i = 0; i < stretch.windows(); i++) {
            if (!isCopy(hashes.first(i, i + window), hashes.second(i, i + window))) {
                give(stretch, begin, i);
                begin = i + 1;
            }
        }
        give(stretch, begin, stretch.windows());
    }

    private boolean isCopy(long first, long second) {
        return (second & slices - 1) == slice && !seen.add(first, second);
    }

    private void give(Stretch stretch, int begin, int end) {
        if (end > begin) {
            copies.add(new Stretch(stretch.partition(), stretch.start() + begin, end - begin).packed());
        }
    }
}
