package dev.ayatori.track;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

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

    /**
     * Whether a resumable stage goes on from what it left in a folder when its settings were others.
     *
     * @param earlier the settings it had
     */
    default boolean goesOnFrom(JsonNode earlier, Path folder) {
        return false;
    }

    /** Writes the artifact's files into {@link StageContext#folder()}, and nowhere else. */
    StageResult run(StageContext context) throws IOException, InterruptedException;
}
