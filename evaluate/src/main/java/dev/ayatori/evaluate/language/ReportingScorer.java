package dev.ayatori.evaluate.language;

import dev.ayatori.track.Progress;

/** Another scorer that tells how many tokens it has read. */
public record ReportingScorer(TokenScorer scorer, Progress progress) implements TokenScorer {

    @Override
    public int longestSequence() {
        return scorer.longestSequence();
    }

    @Override
    public double[] logProbabilities(int[] tokens) {
        double[] scored = scorer.logProbabilities(tokens);
        progress.advance(tokens.length);
        return scored;
    }
}
