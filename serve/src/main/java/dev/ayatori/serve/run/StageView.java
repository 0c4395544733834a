package dev.ayatori.serve.run;

import dev.ayatori.track.Input;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One stage of the run as the page shows it.
 *
 * @param name the stage
 * @param state where it stands
 * @param inputs what it read; of an unfinished stage what it will read, without hashes
 * @param counts what it counted
 * @param seconds how long it took, 0 when it is not finished
 * @param bytes the size of its files
 * @param started when it began, in ISO-8601, empty when it is not finished
 * @param machine where it ran
 * @param contentHash the hash of its result, empty when it is not finished
 * @param settings what it was asked to do
 */
public record StageView(
        String name,
        State state,
        List<Input> inputs,
        Map<String, Long> counts,
        double seconds,
        long bytes,
        String started,
        String machine,
        String contentHash,
        JsonNode settings) {

    /** Where a stage stands. */
    public enum State {
        /** Finished. */
        DONE,
        /** Finished, but what it read has been made anew since. */
        STALE,
        /** Begun and not finished; so it stays when its process was killed, until the next run. */
        RUNNING,
        /** Ended by an error. */
        FAILED,
        /** Stopped from outside. */
        INTERRUPTED,
        /** Not begun. */
        WAITING
    }
}
