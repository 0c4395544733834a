package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OptimizerTest {

    private static final OptimizerSettings SETTINGS = new OptimizerSettings(1e-2, 0.1, 4, 0.1, 0.9, 0.95, 1e-8, 1.0);

    @Test
    void movesWeightsAsAdamWByHandDoes() {
        double weight = 0.5;
        double bias = 0.5;
        double first = 0;
        double second = 0;
        try (Scope _ = Scope.open();
                Weights weights = new Weights(Toys.SHAPE, DataType.F32);
                AdamW optimizer = new AdamW(Toys.SHAPE, SETTINGS)) {
            weights.flat().addInPlace(0.5);
            for (int step = 1; step <= 5; step++) {
                double gradient = 0.1 * step - 0.2;
                float[] all = new float[(int) weights.flat().size()];
                Arrays.fill(all, (float) gradient);
                optimizer.step(weights, Tensor.of(all, all.length), 0.01, step);

                first = 0.9 * first + 0.1 * gradient;
                second = 0.95 * second + 0.05 * gradient * gradient;
                double move = 0.01
                        * (first / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(second / (1 - Math.pow(0.95, step))) + 1e-8);
                weight = weight * (1 - 0.01 * 0.1) - move;
                bias = bias - move;
            }
            assertThat(fourth(weights, "transformer.h.0.mlp.c_fc.weight")).isCloseTo((float) weight, within(1e-6f));
            assertThat(fourth(weights, "transformer.h.0.mlp.c_fc.bias")).isCloseTo((float) bias, within(1e-6f));
            assertThat(fourth(weights, "transformer.wte.weight")).isCloseTo((float) bias, within(1e-6f));
        }
    }

    private static float fourth(Weights weights, String name) {
        return Objects.requireNonNull(weights.named().get(name)).toFloats()[3];
    }

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
        assertThatThrownBy(() -> Toys.plan(0, 1)).hasMessage("steps must be at least 1, but is 0");
    }
}
