package dev.ayatori.corpus.engine;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Runs tasks wherever it can. Engines decide where and when a task runs, never what it makes: documents, keys and edges
 * go from task to task in files of a folder that all of them see, and only the news that a task is done comes back.
 */
public interface CorpusEngine extends AutoCloseable {
    /**
     * Runs all tasks, in any order, and returns when the last is done.
     *
     * @param done is told the place in the list of each task when it is done, from one thread at a time
     * @throws InterruptedException when this thread was interrupted; then no task runs any more
     */
    void run(List<? extends Task> tasks, IntConsumer done) throws InterruptedException;

    /** How many tasks run at a time. */
    int parallelism();

    /** Bytes of memory that one task may fill. */
    long memoryPerTask();

    @Override
    void close();
}
