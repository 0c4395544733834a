package dev.ayatori.evaluate.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores many sequences in batches of about equal length, so that little is padded.
 *
 * <p>Which sequences share a batch depends on their lengths and order alone, never on the machine.
 */
public final class LengthBatches {

    private final TokenScorer scorer;
    private final int batchTokens;

    /** Batches of at most {@code batchTokens} tokens, padding counted; a longer sequence is a batch of its own. */
    public LengthBatches(TokenScorer scorer, int batchTokens) {
        this.scorer = scorer;
        this.batchTokens = batchTokens;
    }

    /** Log-probabilities of every sequence, in the order of the sequences. */
    public List<double[]> score(List<int[]> sequences) {
        @Nullable double[][] results = new double[sequences.size()][];
        for (int[] batch : batches(sequences)) {
            List<double[]> scored = scorer.logProbabilities(
                    IntStream.of(batch).mapToObj(sequences::get).toList());
            for (int i = 0; i < batch.length; i++) {
                results[batch[i]] = scored.get(i);
            }
        }
        return List.of(results);
    }

    private List<int[]> batches(List<int[]> sequences) {
        List<Integer> longestFirst = IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -sequences.get(i).length)
                        .thenComparing(i -> i))
                .toList();
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        while (from < longestFirst.size()) {
            int width = sequences.get(longestFirst.get(from)).length;
            int to = Math.min(longestFirst.size(), from + Math.max(1, batchTokens / width));
            batches.add(longestFirst.subList(from, to).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
            from = to;
        }
        return batches;
    }
}
