package dev.ayatori.evaluate.language;

import dev.ayatori.corpus.ngram.Discounts;
import java.util.Arrays;
import java.util.List;

/**
 * The n-gram baseline: interpolated modified Kneser-Ney smoothing with discounts estimated from the counts.
 *
 * <p>A sequence begins with the token that ends the text before it; n-grams never reach over it. The unigram model is
 * interpolated with the uniform distribution over the vocabulary, so that every token has a probability above zero and
 * the probabilities after any context sum to one.
 *
 * <p>Source: Stanley F. Chen, Joshua Goodman, An Empirical Study of Smoothing Techniques for Language Modeling,
 * TR-10-98, Harvard University, 1998.
 */
public final class KneserNey implements TokenScorer {

    private final NgramCounts ngrams;
    private final int vocabulary;
    private final Level[] levels;

    /** What one order knows: adjusted counts of its n-grams and, for each context, how they share its total. */
    private record Level(int[] adjusted, Discounts discounts, int[] totals, double[] backoffMasses) {}

    /**
     * Trains on sequences that each begin with {@code textStart}.
     *
     * @param order longest n-gram, at least one
     */
    public KneserNey(List<int[]> sequences, int order, int vocabulary, int textStart) {
        this.vocabulary = vocabulary;
        ngrams = new NgramCounts(sequences, order, vocabulary);
        levels = new Level[order + 1];
        for (int level = 1; level <= order; level++) {
            levels[level] = level(level, textStart);
        }
    }

    private Level level(int level, int textStart) {
        int[] adjusted = ngrams.adjustedCounts(level, textStart);
        Discounts discounts = Discounts.estimate(adjusted);
        int contexts = level == 1 ? 1 : ngrams.size(level - 1);
        int[] totals = new int[contexts];
        double[] backoffMasses = new double[contexts];
        for (int ngram = 0; ngram < adjusted.length; ngram++) {
            int context = level == 1 ? 0 : ngrams.contextOf(level, ngram);
            totals[context] += adjusted[ngram];
            backoffMasses[context] += discounts.of(adjusted[ngram]);
        }
        return new Level(adjusted, discounts, totals, backoffMasses);
    }

    @Override
    public int longestSequence() {
        return Integer.MAX_VALUE;
    }

    /** Probability of a token after a text that begins with the text start. */
    double probability(int[] text, int word) {
        return probabilityAfter(contextsAfter(text, text.length), word);
    }

    @Override
    public double[] logProbabilities(int[] tokens) {
        double[] result = new double[tokens.length - 1];
        int[] contexts = contextsAfter(tokens, 1);
        for (int i = 1; i < tokens.length; i++) {
            result[i - 1] = StrictMath.log(probabilityAfter(contexts, tokens[i]));
            advance(contexts, tokens[i]);
        }
        return result;
    }

    private double probabilityAfter(int[] contexts, int word) {
        double probability = 1.0 / vocabulary;
        for (int level = 1; level <= ngrams.order(); level++) {
            int context = contexts[level - 1];
            if (context == NgramIndex.ABSENT || levels[level].totals[context] == 0) {
                break;
            }
            probability = interpolate(level, context, word, probability);
        }
        return probability;
    }

    private double interpolate(int level, int context, int word, double lower) {
        Level here = levels[level];
        int ngram = ngrams.find(level, context, word);
        int count = ngram == NgramIndex.ABSENT ? 0 : here.adjusted[ngram];
        double kept = count - here.discounts.of(count);
        return (kept + here.backoffMasses[context] * lower) / here.totals[context];
    }

    /** Element n is the number of the n-gram that the text so far ends with; element 0 is the empty context. */
    private int[] contextsAfter(int[] text, int length) {
        int[] contexts = new int[ngrams.order()];
        Arrays.fill(contexts, 1, contexts.length, NgramIndex.ABSENT);
        for (int i = 0; i < length; i++) {
            advance(contexts, text[i]);
        }
        return contexts;
    }

    private void advance(int[] contexts, int word) {
        for (int length = contexts.length - 1; length >= 1; length--) {
            contexts[length] = length > 1 && contexts[length - 1] == NgramIndex.ABSENT
                    ? NgramIndex.ABSENT
                    : ngrams.find(length, contexts[length - 1], word);
        }
    }
}
