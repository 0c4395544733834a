package dev.ayatori.evaluate.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnigramTest {

    private final Unigram unigram = new Unigram(List.of(new int[] {0, 1, 1, 2, 0}, new int[] {0, 3, 0}), 5);

    @Test
    void addsOneToEveryCount() {
        double[] scored = unigram.logProbabilities(new int[] {0, 1, 4, 0});
        assertThat(scored)
                .containsExactly(
                        new double[] {Math.log(3 / 11.0), Math.log(1 / 11.0), Math.log(3 / 11.0)}, within(1e-15));
    }

    @Test
    void sumsToOne() {
        double[] scored = unigram.logProbabilities(new int[] {0, 0, 1, 2, 3, 4});
        assertThat(java.util.Arrays.stream(scored).map(Math::exp).sum()).isCloseTo(1, within(1e-12));
    }
}
