package dev.ayatori.corpus.ngram;

/**
 * How a language model is estimated.
 *
 * @param order longest n-gram
 * @param unit what n-grams are made of
 */
public record NgramSettings(int order, TextUnit unit) {
    private static final int LONGEST = 10;

    public NgramSettings {
        if (order < 2 || order > LONGEST) {
            throw new IllegalArgumentException("order must be between 2 and 10, but is " + order);
        }
    }

    /** Five words. */
    public static NgramSettings defaults() {
        return new NgramSettings(5, TextUnit.WORDS);
    }
}
