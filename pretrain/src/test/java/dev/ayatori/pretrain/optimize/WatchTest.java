package dev.ayatori.pretrain.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.pretrain.optimize.Anomalies.Reaction;
import org.junit.jupiter.api.Test;

class WatchTest {

    @Test
    void callsAStepAboveTheMeanAndSomeDeviationsOfTheWindowASpike() {
        Watch watch = watch(new Anomalies(Reaction.SKIP, Reaction.ROLL_BACK, 3, 4, 1));
        Health health = watch.first();
        for (double loss : new double[] {90, 1, 3, 1, 3}) { // of which the last four have mean 2 and deviation 1
            assertThat(watch.judge(health, loss, loss / 10)).isEqualTo(Verdict.GOOD);
            health = watch.after(health, Verdict.GOOD, loss, loss / 10);
        }

        assertThat(watch.judge(health, 4.99, 0.1)).isEqualTo(Verdict.GOOD);
        assertThat(watch.judge(health, 5.01, 0.1))
                .isEqualTo(new Verdict(
                        Reaction.ROLL_BACK, "its loss 5.010 is above 5.000, 3.0 deviations over the mean of 4 steps"));
        assertThat(watch.judge(health, 1, 0.51).reason()).startsWith("its gradient norm 0.5100 is above 0.5000");
        assertThat(watch.judge(health.rolledBack(1), 5.01, 0.1).reaction()).isEqualTo(Reaction.STOP);
        assertThat(watch.after(health, new Verdict(Reaction.SKIP, ""), 5.01, 0.1)
                        .losses())
                .containsExactly(1.0, 3.0, 1.0, 3.0);
    }

    @Test
    void endsAfterTenSkippedStepsInARow() {
        Watch watch = watch(Anomalies.defaults());
        Health health = watch.first();
        for (int i = 0; i < 9; i++) {
            Verdict verdict = watch.judge(health, Double.NaN, 1);
            assertThat(verdict.reaction()).isEqualTo(Reaction.SKIP);
            health = watch.after(health, verdict, Double.NaN, 1);
        }
        assertThat(watch.judge(health, 1, Double.POSITIVE_INFINITY).reaction()).isEqualTo(Reaction.STOP);
        assertThat(watch.after(health, Verdict.GOOD, 1, 1).skippedInARow()).isZero();
    }

    @Test
    void stopsOrRollsBackWhereTheSettingsSaySo() {
        assertThat(watch(new Anomalies(Reaction.STOP, Reaction.IGNORE, 6, 100, 3))
                        .judge(watch(Anomalies.defaults()).first(), 1, Double.NaN)
                        .reaction())
                .isEqualTo(Reaction.STOP);
        assertThat(watch(new Anomalies(Reaction.ROLL_BACK, Reaction.IGNORE, 6, 100, 3))
                        .judge(watch(Anomalies.defaults()).first(), 1, Double.NaN)
                        .reaction())
                .isEqualTo(Reaction.ROLL_BACK);
    }

    @Test
    void namesTheSettingThatCannotBe() {
        assertThatThrownBy(() -> new Anomalies(Reaction.IGNORE, Reaction.IGNORE, 6, 100, 3))
                .hasMessageStartingWith("onNonFinite must be skip, roll-back or stop");
        assertThatThrownBy(() -> new Anomalies(Reaction.SKIP, Reaction.IGNORE, 0, 100, 3))
                .hasMessage("deviations must be above 0, but is 0.0");
        assertThatThrownBy(() -> new Anomalies(Reaction.SKIP, Reaction.IGNORE, 1, 1, 3))
                .hasMessage("window must be at least 2, but is 1");
    }

    private static Watch watch(Anomalies anomalies) {
        OptimizerSettings settings = new OptimizerSettings(
                1e-2,
                0.1,
                2,
                0.1,
                0.9,
                0.95,
                1e-8,
                1,
                Schedule.Settings.defaults(),
                LossScale.Settings.defaults(),
                anomalies);
        return new Watch(settings, false);
    }
}
