package dev.ayatori.pretrain.step;

/**
 * What backward computes a second time to save memory (Chen et al. 2016); the weights are equal to the bit either way.
 *
 * @param every each how many-th block is computed again: 0 none, 1 every block, 2 every second
 */
public record Recompute(int every) {

    /** Nothing: every activation is kept until its block's backward. */
    public static final Recompute NONE = new Recompute(0);

    /** Each block: only block inputs are kept. */
    public static final Recompute EVERY_BLOCK = new Recompute(1);

    /** Checks the number. */
    public Recompute {
        if (every < 0) {
            throw new IllegalArgumentException("every must be at least 0, but is " + every);
        }
    }

    boolean again(int layer) {
        return every > 0 && layer % every == 0;
    }
}
