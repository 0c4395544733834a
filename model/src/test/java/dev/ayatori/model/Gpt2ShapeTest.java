package dev.ayatori.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Gpt2ShapeTest {

    @Test
    void countsTheParametersOfPublishedModels() {
        assertThat(new Gpt2Shape(12, 768, 12, 1024, 50257).parameters()).isEqualTo(124_439_808);
        assertThat(new Gpt2Shape(40, 5120, 40, 2048, 50688).parameters()).isEqualTo(12_855_592_960L);
        assertThat(new Gpt2Shape(24, 2048, 16, 2048, 50688).parameters()).isEqualTo(1_316_605_952);
    }

    @Test
    void refusesHeadsThatDoNotDivideTheWidth() {
        assertThatThrownBy(() -> new Gpt2Shape(2, 10, 3, 8, 9))
                .hasMessage("heads must divide width, but heads is 3 and width is 10");
    }

    @Test
    void drawsFirstWeightsWithTheDeviationsOfGpt2() {
        Gpt2Shape shape = new Gpt2Shape(8, 64, 4, 32, 500);
        Initialization first = new Initialization(shape, 1);

        assertThat(deviation(first.values(0))).isCloseTo(0.02, within(0.0005));
        assertThat(deviation(first.values(2 + 4))).isCloseTo(0.02 / 4, within(0.0002));
        assertThat(first.values(2)).containsOnly(1);
        assertThat(first.values(3)).containsOnly(0);
        assertThat(first.values(0)).isEqualTo(new Initialization(shape, 1).values(0));
        assertThat(first.values(0)).isNotEqualTo(new Initialization(shape, 2).values(0));
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}
