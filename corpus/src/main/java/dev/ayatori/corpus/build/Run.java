package dev.ayatori.corpus.build;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * Documents that one task judged and that memory could hold, in the order of their ids, in files of this name.
 *
 * @param passed how many passed the rules
 * @param failed how many did not
 */
record Run(String name, int passed, int failed) implements Serializable {
    static final String STEP = "judge";

    /** Those that passed. */
    Path passedFile(Job job) {
        return job.file(STEP, name + ".passed");
    }

    /** Those that did not. */
    Path failedFile(Job job) {
        return job.file(STEP, name + ".failed");
    }
}
