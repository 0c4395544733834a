package dev.ayatori.evaluate.language;

import dev.ayatori.track.Progress;
import java.util.List;

/** Another scorer that tells how many tokens it has read. */
public record ReportingScorer(TokenScorer scorer, Progress progress) implements TokenScorer {

    @Override
    public int longestSequence() {
        return scorer.longestSequence();
    }

    @Override
    public List<double[]> logProbabilities(List<int[]> batch) {
        List<double[]> scored = scorer.logProbabilities(batch);
        progress.advance(batch.stream().mapToLong(tokens -> tokens.length).sum());
        return scored;
    }
}
