package dev.ayatori.corpus.classify;

/**
 * What a classifier sees of a text besides its words.
 *
 * @param wordNgrams longest run of words that is a feature
 * @param buckets rows that hashed features share
 * @param shortest length of character n-grams, in code points
 * @param longest length of character n-grams; 0: none
 */
public record FeatureSettings(int wordNgrams, int buckets, int shortest, int longest) {
    /** Checks that hashed features have rows to go to. */
    public FeatureSettings {
        if (wordNgrams < 1 || shortest < 0 || longest < 0 || longest > 0 && shortest > longest) {
            throw new IllegalArgumentException(
                    "word n-grams must be at least 1 and character n-grams from shortest to longest, but are %d and %d to %d"
                            .formatted(wordNgrams, shortest, longest));
        }
        if (buckets < 0 || buckets == 0 && (wordNgrams > 1 || longest > 0)) {
            throw new IllegalArgumentException("n-grams need buckets, but there are " + buckets);
        }
    }

    /** Single words and nothing else. */
    public static FeatureSettings words() {
        return new FeatureSettings(1, 0, 0, 0);
    }
}
