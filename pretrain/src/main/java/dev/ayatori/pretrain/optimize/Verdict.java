package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.optimize.Anomalies.Reaction;

/**
 * What is done with a step, and why.
 *
 * @param reaction {@link Reaction#IGNORE} for a step that is as it should be
 * @param reason about the step, "" where there is none
 */
public record Verdict(Reaction reaction, String reason) {

    static final Verdict GOOD = new Verdict(Reaction.IGNORE, "");

    /** Whether the step updates the weights. */
    public boolean updates() {
        return reaction == Reaction.IGNORE;
    }
}
