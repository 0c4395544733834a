package dev.ayatori.corpus.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscountsTest {

    @Test
    void followsEquationTwentySix() {
        int[] counts =
                IntStream.of(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 9).toArray();
        Discounts discounts = Discounts.estimate(counts);
        assertThat(discounts.one()).isCloseTo(0.5, within(1e-15));
        assertThat(discounts.two()).isCloseTo(1.25, within(1e-15));
        assertThat(discounts.more()).isCloseTo(2.0, within(1e-15));
        assertThat(discounts.of(0)).isZero();
        assertThat(discounts.of(7)).isEqualTo(discounts.more());
    }

    @Test
    void fallsBackWhereNothingCanBeEstimated() {
        assertThat(Discounts.estimate(new int[] {1, 5, 9})).isEqualTo(new Discounts(0.5, 1.0, 1.5));
    }
}
