package dev.ayatori.pretrain.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OptimizerSettingsTest {

    private static final OptimizerSettings SETTINGS = new OptimizerSettings(1e-2, 0.1, 4, 0.1, 0.9, 0.95, 1e-8, 1.0);

    @Test
    void warmsUpThenFallsAlongACosine() {
        Schedule schedule = new Schedule(SETTINGS, 24);

        assertThat(schedule.learningRate(1)).isCloseTo(0.0025, within(1e-12));
        assertThat(schedule.learningRate(4)).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.learningRate(14)).isCloseTo(0.0055, within(1e-12));
        assertThat(schedule.learningRate(24)).isCloseTo(0.001, within(1e-12));
    }

    @Test
    void startsAtThePeakWithoutWarmUp() {
        OptimizerSettings cold = new OptimizerSettings(1e-2, 0, 0, 0, 0.9, 0.95, 1e-8, 1.0);

        assertThat(new Schedule(cold, 2).learningRate(2)).isCloseTo(0, within(1e-12));
        assertThat(new Schedule(cold, 100).learningRate(1)).isCloseTo(0.01, within(1e-4));
    }

    @Test
    void namesTheSettingThatCannotBe() {
        assertThatThrownBy(() -> new OptimizerSettings(2, 0, 0, 0, 0.9, 0.95, 1e-8, 1.0))
                .hasMessage("learningRate must be above 0 and below 1, but is 2.0");
    }
}
