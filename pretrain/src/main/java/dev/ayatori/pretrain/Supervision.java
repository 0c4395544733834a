package dev.ayatori.pretrain;

import dev.ayatori.pretrain.check.Require;

/**
 * What happens when workers are lost, and what is kept.
 *
 * @param timeoutSeconds after which a worker that says nothing counts as lost
 * @param restarts how often a training goes on from its last checkpoint after a worker was lost
 * @param keepLast newest checkpoints that are kept, 0 for all
 * @param keepEvery checkpoints whose step is a multiple of this are kept for ever, 0 for none
 */
public record Supervision(int timeoutSeconds, int restarts, int keepLast, int keepEvery) {

    /** Checks every number. */
    public Supervision {
        Require.that(timeoutSeconds >= 1, "timeoutSeconds must be at least 1", timeoutSeconds);
        Require.that(restarts >= 0, "restarts must be at least 0", restarts);
        Require.that(keepLast >= 0, "keepLast must be at least 0", keepLast);
        Require.that(keepEvery >= 0, "keepEvery must be at least 0", keepEvery);
    }

    /** Five minutes of patience, three restarts, every checkpoint. */
    public static Supervision defaults() {
        return new Supervision(300, 3, 0, 0);
    }
}
