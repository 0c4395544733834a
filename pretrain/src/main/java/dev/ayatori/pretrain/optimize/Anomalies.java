package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.check.Require;

/**
 * What is done about a step whose loss or gradient is not as it should be, before it changes a weight.
 *
 * <p>To roll back is to go on from the last planned checkpoint without the data of the steps since, as Chowdhery et al.
 * 2022 (PaLM) did by hand: a spike comes of certain data at a certain state of the weights.
 *
 * @param onNonFinite reaction to a loss or gradient that is no finite number
 * @param onSpike reaction to a loss or a gradient norm far above those of the steps before
 * @param deviations so many standard deviations above the mean are a spike
 * @param window last steps that updated the weights, from which mean and deviation are taken; before there are so many,
 *     nothing is a spike
 * @param rollBacks a training rolls back so often at most
 */
public record Anomalies(Reaction onNonFinite, Reaction onSpike, double deviations, int window, int rollBacks) {

    /** What is done with a step. */
    public enum Reaction {
        /** It updates the weights. */
        IGNORE,
        /** It changes nothing. */
        SKIP,
        /** It and all since the last planned checkpoint are undone. */
        ROLL_BACK,
        /** It ends the training. */
        STOP
    }

    /** Checks every value. */
    public Anomalies {
        Require.that(
                onNonFinite != Reaction.IGNORE,
                "onNonFinite must be skip, roll-back or stop: the update would ruin every weight",
                onNonFinite);
        Require.that(deviations > 0, "deviations must be above 0", deviations);
        Require.that(window >= 2, "window must be at least 2", window);
        Require.that(rollBacks >= 0, "rollBacks must be at least 0", rollBacks);
    }

    /** Steps that are not finite are skipped, and spikes are not looked for. */
    public static Anomalies defaults() {
        return new Anomalies(Reaction.SKIP, Reaction.IGNORE, 6, 100, 3);
    }

    boolean looksForSpikes() {
        return onSpike != Reaction.IGNORE;
    }
}
