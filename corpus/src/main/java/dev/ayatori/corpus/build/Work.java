package dev.ayatori.corpus.build;

import java.io.IOException;
import java.io.Serializable;

/**
 * One task of a step and the news it leaves.
 *
 * @param <R> a record that tells, in numbers and names, what was made
 */
interface Work<R extends Record> extends Serializable {
    /** Its name among the tasks of the step. */
    String name();

    /** How much there is to do, in the unit in which the step tells its progress. */
    long weight();

    R run() throws IOException, InterruptedException;
}
