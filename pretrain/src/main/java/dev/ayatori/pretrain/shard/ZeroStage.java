package dev.ayatori.pretrain.shard;

/**
 * What data-parallel processes divide among them instead of holding it each (Rajbhandari et al. 2020, section 5). The
 * weights are equal to the bit for every stage.
 */
public enum ZeroStage {
    /** Nothing: everything is everywhere. */
    NONE,
    /** Master weights and moments. */
    OPTIMIZER,
    /** And gradients: a section's sum goes to its owners as soon as backward has left it. */
    GRADIENTS,
    /** And the weights that are computed with, gathered section by section. */
    WEIGHTS;

    /** The stage with a number from 0 to 3. */
    public static ZeroStage of(int number) {
        if (number < 0 || number >= values().length) {
            throw new IllegalArgumentException("the ZeRO stage must be between 0 and 3, but is " + number);
        }
        return values()[number];
    }

    boolean dividesOptimizer() {
        return compareTo(OPTIMIZER) >= 0;
    }

    boolean dividesGradients() {
        return compareTo(GRADIENTS) >= 0;
    }

    boolean dividesWeights() {
        return this == WEIGHTS;
    }
}
