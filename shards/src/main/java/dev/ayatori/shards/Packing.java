package dev.ayatori.shards;

/** How documents fill training sequences. */
public enum Packing {
    /** The whole file cut into windows of equal length, wherever documents begin and end. */
    WINDOWS,
    /** The {@link PackingPlan} that is stored with the shards: only documents longer than a sequence are cut. */
    BEST_FIT
}
