package dev.ayatori.corpus.ngram.row;

/**
 * What the columns of rows are.
 *
 * @param keys by which they are sorted
 * @param counts mostly small numbers
 * @param bits any numbers
 */
public record RowShape(int keys, int counts, int bits) {
    int width() {
        return keys + counts + bits;
    }

    /** How many columns take fewer bytes where their numbers are small. */
    int packed() {
        return keys + counts;
    }

    /** Bytes that a row takes in a file at most. */
    int longest() {
        return 1 + 5 * packed() + Integer.BYTES * bits;
    }
}
