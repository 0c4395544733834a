package dev.ayatori.track;

import java.io.IOException;
import java.util.List;

/** One stage of the way of the data: a validated settings record and one run. */
public interface Stage {
    /** The folder name in the run: sources, corpus, tokenizer, shards, pretrain, tune, evaluate, index or release. */
    String name();

    /** A number raised by hand when the stage's result changes for equal settings. */
    int revision();

    /** What changes the result, and so is hashed; see {@link Resources} for what is not. */
    Record settings();

    /** The names of the artifacts of the same run that it reads. */
    List<String> inputs();

    /** Whether {@link #run} goes on from what an interrupted run left in the folder; if not, the folder is emptied before. */
    default boolean resumable() {
        return false;
    }

    /** Writes the artifact's files into {@link StageContext#folder()}, and nowhere else. */
    StageResult run(StageContext context) throws IOException, InterruptedException;
}
