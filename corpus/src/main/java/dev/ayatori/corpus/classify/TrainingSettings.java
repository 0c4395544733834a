package dev.ayatori.corpus.classify;

/**
 * How a classifier is trained; the defaults are fastText's.
 *
 * @param features what it sees of a text
 * @param loss how scores become probabilities
 * @param dimensions of the vector of a text
 * @param learningRate at the start; it falls to 0 in a straight line
 * @param epochs how often each example is read
 * @param leastCount rarer words are not known
 * @param seed of the first values and of the choice among several labels
 */
public record TrainingSettings(
        FeatureSettings features,
        Loss loss,
        int dimensions,
        double learningRate,
        int epochs,
        int leastCount,
        long seed) {
    /** Checks every value. */
    public TrainingSettings {
        if (dimensions < 1 || epochs < 1 || leastCount < 1 || !(learningRate > 0 && learningRate < 1e6)) {
            throw new IllegalArgumentException(
                    "dimensions, epochs, the least count and the learning rate must be positive, but are %d, %d, %d and %s"
                            .formatted(dimensions, epochs, leastCount, learningRate));
        }
        if (loss == Loss.NEGATIVE_SAMPLING) {
            throw new IllegalArgumentException(
                    "models with negative sampling are read but not trained; take ONE_VERSUS_ALL, which draws no labels but learns from all");
        }
    }

    /** fastText's settings for supervised training. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(FeatureSettings.words(), Loss.SOFTMAX, 100, 0.1, 5, 1, 1);
    }
}
