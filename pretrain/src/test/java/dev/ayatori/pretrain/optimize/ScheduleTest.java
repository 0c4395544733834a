package dev.ayatori.pretrain.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.pretrain.optimize.Schedule.Settings;
import dev.ayatori.pretrain.optimize.Schedule.Settings.Shape;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Offset<Double> EXACT = within(1e-15);

    @Test
    void staysHighUnderACosineThatReachesBeyondTheRun() {
        Schedule schedule = new Schedule(with(new Settings(Shape.COSINE, 204, 0.1, 0)), 104);

        assertThat(schedule.learningRate(4)).isCloseTo(1e-4, EXACT);
        assertThat(schedule.learningRate(104)).isCloseTo(0.55e-4, EXACT);
    }

    @Test
    void fallsFromWhereItWasUnderASecondCosine() {
        Schedule schedule = new Schedule(with(new Settings(Shape.COSINE, 204, 0.1, 104)), 124);

        assertThat(schedule.learningRate(104)).isCloseTo(0.55e-4, EXACT);
        assertThat(schedule.learningRate(114)).isCloseTo((0.55e-4 + 0.1e-4) / 2, EXACT);
        assertThat(schedule.learningRate(124)).isCloseTo(0.1e-4, EXACT);
    }

    @Test
    void keepsThePeakWhenConstant() {
        Schedule schedule = new Schedule(with(new Settings(Shape.CONSTANT, 0, 0.1, 0)), 50);

        assertThat(schedule.learningRate(2)).isCloseTo(0.5e-4, EXACT);
        assertThat(schedule.learningRate(5)).isEqualTo(1e-4);
        assertThat(schedule.learningRate(50)).isEqualTo(1e-4);
    }

    @Test
    void fallsStraightInTheLastStepsOfAStableRun() {
        Schedule schedule = new Schedule(with(new Settings(Shape.WSD, 0, 0.2, 0)), 100);

        assertThat(schedule.learningRate(80)).isEqualTo(1e-4);
        assertThat(schedule.learningRate(90)).isCloseTo(0.55e-4, EXACT);
        assertThat(schedule.learningRate(100)).isCloseTo(0.1e-4, EXACT);
    }

    @Test
    void refusesCurvesThatDoNotFitTheRun() {
        assertThatThrownBy(() -> with(new Settings(Shape.COSINE, 90, 0.1, 0)).checkAgainst(100))
                .hasMessage("optimizer.schedule.horizonSteps must be 0 or at least steps (100), but is 90");
        assertThatThrownBy(() -> with(new Settings(Shape.COSINE, 0, 0.1, 100)).checkAgainst(100))
                .hasMessage("optimizer.schedule.secondCosineAfter must be below steps (100), but is 100");
        assertThatThrownBy(() -> with(Settings.defaults()).checkAgainst(3))
                .hasMessage("optimizer.warmupSteps must be at most steps (3), but is 4");
        assertThatThrownBy(() -> new Settings(Shape.WSD, 90, 0.1, 0))
                .hasMessage("horizonSteps is for the shape cosine only, but is 90");
        assertThatThrownBy(() -> new Settings(Shape.WSD, 0, 1.5, 0))
                .hasMessage("decayShare must be between 0 and 1, but is 1.5");
    }

    private static OptimizerSettings with(Settings schedule) {
        return new OptimizerSettings(
                1e-4, 0.1, 4, 0.1, 0.9, 0.95, 1e-8, 1, schedule, LossScale.Settings.defaults(), Anomalies.defaults());
    }
}
