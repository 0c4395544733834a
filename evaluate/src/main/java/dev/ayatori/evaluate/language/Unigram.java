package dev.ayatori.evaluate.language;

import java.util.List;

/** The unigram baseline: every token by its frequency in the training text, add-one smoothed, whatever stands before. */
public final class Unigram implements TokenScorer {

    private final double[] logProbabilities;

    /** Counts the tokens of the sequences but the first of each, which is context only. */
    public Unigram(List<int[]> sequences, int vocabulary) {
        long[] counts = new long[vocabulary];
        long total = 0;
        for (int[] sequence : sequences) {
            for (int i = 1; i < sequence.length; i++) {
                counts[sequence[i]]++;
                total++;
            }
        }
        logProbabilities = new double[vocabulary];
        for (int token = 0; token < vocabulary; token++) {
            logProbabilities[token] = StrictMath.log((counts[token] + 1.0) / (total + vocabulary));
        }
    }

    @Override
    public int longestSequence() {
        return Integer.MAX_VALUE;
    }

    @Override
    public double[] logProbabilities(int[] tokens) {
        double[] result = new double[tokens.length - 1];
        for (int i = 0; i < result.length; i++) {
            result[i] = logProbabilities[tokens[i + 1]];
        }
        return result;
    }
}
