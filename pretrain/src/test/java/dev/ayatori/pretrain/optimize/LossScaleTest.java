package dev.ayatori.pretrain.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LossScaleTest {

    @Property(tries = 200)
    void movesAsDeepSpeedsDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int window,
            @ForAll @IntRange(min = 1, max = 4) int h) {
        LossScale.Settings settings = new LossScale.Settings(0, 8, window, h, 2);
        LossScale scale = settings.first();
        double expected = 256;
        int hysteresis = h;
        int lastOverflow = -1;
        Random random = new Random(seed);
        for (int iteration = 0; iteration < 60; iteration++) {
            boolean overflow = random.nextInt(3) == 0;
            if (overflow && hysteresis == 1) {
                assertThat(scale.yields(settings)).isEqualTo(expected > 2);
                expected = Math.max(2, expected / 2);
                lastOverflow = iteration;
            } else if (overflow) {
                assertThat(scale.yields(settings)).isTrue();
                hysteresis--;
                lastOverflow = iteration;
            } else if ((iteration - lastOverflow) % window == 0) {
                hysteresis = h;
                expected *= 2;
            }
            scale = scale.after(overflow, settings);

            assertThat(scale.factor()).isEqualTo(expected);
        }
    }

    @Test
    void beginsWithAConstantOrAPowerOfTwo() {
        assertThat(LossScale.Settings.defaults().first()).isEqualTo(new LossScale(65_536, 0, 2));
        assertThat(new LossScale.Settings(128, 16, 1000, 2, 1).first().factor()).isEqualTo(128);
    }

    @Test
    void namesTheSettingThatCannotBe() {
        assertThatThrownBy(() -> new LossScale.Settings(-1, 16, 1000, 2, 1))
                .hasMessage("constant must be at least 0 and below 1e30, but is -1.0");
        assertThatThrownBy(() -> new LossScale.Settings(0, 65, 1000, 2, 1))
                .hasMessage("initialScalePower must be between 0 and 64, but is 65");
        assertThatThrownBy(() -> new LossScale.Settings(0, 4, 1000, 2, 32))
                .hasMessage("minLossScale must be above 0 and at most 2 to the initialScalePower (16.0), but is 32.0");
        assertThatThrownBy(() -> new LossScale.Settings(0, 4, 0, 2, 1))
                .hasMessage("lossScaleWindow must be at least 1, but is 0");
        assertThatThrownBy(() -> new LossScale.Settings(0, 4, 1, 0, 1))
                .hasMessage("hysteresis must be at least 1, but is 0");
    }
}
