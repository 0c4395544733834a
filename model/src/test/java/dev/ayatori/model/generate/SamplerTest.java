package dev.ayatori.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final float[] LOGITS = {0, (float) Math.log(4), (float) Math.log(3), (float) Math.log(2)};

    @Test
    void drawsAsOftenAsTheSoftmaxSays() {
        assertThat(shares(new Sampling(1, 0, 1, 1, -1, 9))).satisfies(shares -> {
            assertThat(shares[0]).isCloseTo(0.1, within(0.01));
            assertThat(shares[1]).isCloseTo(0.4, within(0.01));
        });
        assertThat(shares(new Sampling(0.5, 0, 1, 1, -1, 9))[1]).isCloseTo(16 / 30.0, within(0.01));
    }

    @Test
    void keepsTheMostProbableTokensOnly() {
        assertThat(shares(new Sampling(1, 2, 1, 1, -1, 9))[1]).isCloseTo(4 / 7.0, within(0.01));
        assertThat(shares(new Sampling(1, 0, 0.69, 1, -1, 9))[3]).isZero();
        assertThat(shares(new Sampling(1, 0, 0.71, 1, -1, 9))[3]).isCloseTo(2 / 9.0, within(0.01));
        assertThat(shares(new Sampling(0, 0, 1, 1, -1, 9))[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> new Sampling(1, 0, 0, 1, -1, 0))
                .hasMessage("topP must be above 0 and at most 1, but is 0.0");
    }

    private static double[] shares(Sampling sampling) {
        Sampler sampler = new Sampler(sampling);
        double[] shares = new double[LOGITS.length];
        for (int i = 0; i < 20_000; i++) {
            shares[sampler.draw(LOGITS)] += 1 / 20_000.0;
        }
        return shares;
    }
}
