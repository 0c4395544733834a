package dev.ayatori.evaluate.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LengthBatchesTest {

    @Test
    void keepsTheOrderOfTheSequencesAndTheBoundOfTheBatches() {
        List<Integer> widths = new ArrayList<>();
        TokenScorer firstTokens = new TokenScorer() {
            @Override
            public int longestSequence() {
                return 100;
            }

            @Override
            public List<double[]> logProbabilities(List<int[]> batch) {
                widths.add(batch.size()
                        * batch.stream().mapToInt(tokens -> tokens.length).max().orElseThrow());
                return batch.stream().map(tokens -> new double[] {tokens[0]}).toList();
            }
        };
        List<int[]> sequences = List.of(new int[3], new int[9], new int[2], new int[30], new int[9]);
        for (int i = 0; i < sequences.size(); i++) {
            sequences.get(i)[0] = i;
        }

        List<double[]> scored = new LengthBatches(firstTokens, 20).score(sequences);

        assertThat(scored).extracting(numbers -> (int) numbers[0]).containsExactly(0, 1, 2, 3, 4);
        assertThat(widths).containsExactly(30, 18, 6);
    }
}
