package dev.ayatori.corpus.spill;

/** A row of longs that is walked once. */
public interface LongCursor {
    /** Goes to the next long; false at the end. */
    boolean advance();

    /** The long gone to. */
    long value();
}
