package dev.ayatori.track;

/** Tells a person how far a stage is; safe to call from many threads. */
public interface Progress {
    /**
     * Begins one piece of work, ending the one before.
     *
     * @param what a few words, such as "tokenizing"
     * @param total how many units there are, 0 when unknown
     * @param unit what is counted, in plural, such as "documents"
     */
    void start(String what, long total, String unit);

    /** Counts units done. */
    void advance(long by);

    /** How it goes beside how far it is, for the end of the line: replaces what was said before. */
    default void status(String text) {}

    /** Prints a line that stays. */
    void note(String line);

    /** Ends the piece of work with a line of what was done and how fast. */
    void finish();

    /** Says nothing, for tests and machines. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void start(String what, long total, String unit) {}

            @Override
            public void advance(long by) {}

            @Override
            public void note(String line) {}

            @Override
            public void finish() {}
        };
    }
}
