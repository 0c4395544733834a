package dev.ayatori.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

    @Test
    void coversTheTruthAboutNineteenTimesOutOfTwenty() {
        Random random = new Random(7);
        int covered = 0;
        for (int experiment = 0; experiment < 300; experiment++) {
            double[] bits = new double[60];
            double[] bytes = new double[60];
            for (int document = 0; document < bits.length; document++) {
                bytes[document] = 100 + random.nextInt(1_000);
                bits[document] = bytes[document] * (2 + 0.5 * random.nextGaussian());
            }
            if (new ClusterBootstrap(experiment, 400).ratio(bits, bytes).contains(2)) {
                covered++;
            }
        }
        assertThat(covered / 300.0).isBetween(0.90, 0.985);
    }

    @Test
    void agreesWithTheNormalIntervalOnManyEqualClusters() {
        Random random = new Random(1);
        double[] values = random.doubles(2_000).toArray();
        double[] ones = new double[values.length];
        java.util.Arrays.fill(ones, 1);
        Interval interval = new ClusterBootstrap(3, 4_000).ratio(values, ones);
        double halfWidth = 1.96 * Math.sqrt(1 / 12.0 / values.length);
        assertThat((interval.high() - interval.low()) / 2).isCloseTo(halfWidth, within(0.05 * halfWidth));
    }

    @Test
    void givesTheSameIntervalForTheSameSeed() {
        double[] bits = {3, 1, 4, 1, 5};
        double[] bytes = {2, 7, 1, 8, 2};
        assertThat(new ClusterBootstrap(5, 200).ratio(bits, bytes))
                .isEqualTo(new ClusterBootstrap(5, 200).ratio(bits, bytes));
    }

    @Test
    void interpolatesQuantiles() {
        double[] sorted = {0, 10, 20, 30, 40};
        assertThat(ClusterBootstrap.quantile(sorted, 0.5)).isEqualTo(20);
        assertThat(ClusterBootstrap.quantile(sorted, 0.025)).isCloseTo(1, within(1e-12));
    }

    @Test
    void refusesAnEmptySample() {
        assertThatThrownBy(() -> new ClusterBootstrap(1, 100).ratio(new double[0], new double[0]))
                .hasMessageContaining("at least one");
    }
}
