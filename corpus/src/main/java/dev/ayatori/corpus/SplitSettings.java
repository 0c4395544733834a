package dev.ayatori.corpus;

/**
 * How much of the corpus is held out for validation.
 *
 * @param validationShare share of each language's bytes, between 0 and 0.5
 * @param seed decides which clusters are held out
 */
public record SplitSettings(double validationShare, long seed) {
    public SplitSettings {
        if (!(validationShare >= 0 && validationShare <= 0.5)) {
            throw new IllegalArgumentException("validationShare must be between 0 and 0.5, but is " + validationShare);
        }
    }

    /** Three per cent. */
    public static SplitSettings defaults() {
        return new SplitSettings(0.03, 1);
    }
}
