package dev.ayatori.corpus.engine;

import java.io.IOException;
import java.io.Serializable;

/**
 * A piece of work from files to files, which any thread or machine that sees the folder can do, alone or again.
 *
 * <p>It holds names and numbers only; what it makes depends on its input files and on nothing else.
 */
public interface Task extends Serializable {
    /** Does the work; the files it makes appear when they are whole. */
    void run() throws IOException, InterruptedException;
}
