package dev.ayatori.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WilsonTest {

    /** Figures of Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3. */
    @Test
    void agreesWithPublishedFigures() {
        assertInterval(Wilson.interval(81, 263), 0.2553, 0.3662);
        assertInterval(Wilson.interval(15, 148), 0.0624, 0.1605);
        assertInterval(Wilson.interval(0, 20), 0.0, 0.1611);
        assertInterval(Wilson.interval(1, 29), 0.0061, 0.1718);
    }

    @Property
    void holdsTheShareAndMirrors(
            @ForAll @IntRange(min = 1, max = 2_000) int trials, @ForAll @IntRange(max = 2_000) int draw) {
        int successes = draw % (trials + 1);
        Interval interval = Wilson.interval(successes, trials);
        Interval mirrored = Wilson.interval(trials - successes, trials);
        assertThat(interval.low() - 1e-12).isBetween(-1e-12, (double) successes / trials);
        assertThat(interval.high() + 1e-12).isBetween((double) successes / trials, 1 + 1e-12);
        assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-12));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> Wilson.interval(3, 2))
                .hasMessage("successes must be between 0 and 2 trials, but is 3");
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
