package dev.ayatori.corpus.ngram.row;

/** Rows of integers in the order of their first columns, the keys; the others tell something about these. */
public interface Rows extends AutoCloseable {
    /** Goes to the next row; false at the end. */
    boolean next();

    /** Whether there is a row. */
    boolean there();

    /** The row gone to; the same array each time. */
    int[] row();

    @Override
    void close();
}
