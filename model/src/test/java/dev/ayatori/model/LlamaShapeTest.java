package dev.ayatori.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlamaShapeTest {

    private static final LlamaShape SHAPE =
            new LlamaShape(2, 24, 4, 2, 8, 40, 16, 50, true, LlamaShape.Details.defaults());

    @Test
    void countsTheParametersOfAPublishedModel() {
        LlamaShape llama =
                new LlamaShape(32, 4096, 32, 32, 128, 11008, 4096, 32000, false, LlamaShape.Details.defaults());
        assertThat(llama.parameters()).isEqualTo(6_738_415_616L);
    }

    @Test
    void refusesKeyValueHeadsThatDoNotDivideTheHeads() {
        assertThatThrownBy(() -> new LlamaShape(1, 8, 4, 3, 2, 8, 8, 8, true, LlamaShape.Details.defaults()))
                .hasMessage("keyValueHeads must divide heads (4), but is 3");
    }

    @Test
    void refusesARotationOfNothing() {
        LlamaShape.Details quarter =
                new LlamaShape.Details(new Rotary(10_000, 0.25, new RotaryScaling.None()), 1e-5, false);
        assertThatThrownBy(() -> new LlamaShape(1, 8, 2, 2, 4, 8, 8, 8, true, quarter))
                .hasMessageContaining("at least two channels of a head must turn")
                .hasMessageEndingWith("is 4");
    }

    @Test
    void survivesJsonWithItsArchitecture() {
        String line = Json.mapper().writerFor(ModelShape.class).writeValueAsString(SHAPE);

        assertThat(line).contains("\"architecture\":\"llama\"", "\"type\":\"default\"");
        assertThat(Json.mapper().readValue(line, ModelShape.class)).isEqualTo(SHAPE);
    }

    @Test
    void turnsPairsByAnglesThatGrowWithThePlace() {
        Rotary half = new Rotary(100, 0.5, new RotaryScaling.None());
        try (Scope _ = Scope.open()) {
            List<Tensor> angles = half.angles(8, 2, Tensor.of(new long[] {0, 3}, 2));
            Tensor heads = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8}, 1, 1, 2, 8);

            float[] turned = Rotary.turn(heads, angles).toFloats();
            assertThat(turned).startsWith(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(turned[8]).isCloseTo((float) (Math.cos(3) - 3 * Math.sin(3)), within(1e-6f));
            assertThat(turned[9]).isCloseTo((float) (2 * Math.cos(0.3) - 4 * Math.sin(0.3)), within(1e-6f));
            assertThat(turned[10]).isCloseTo((float) (3 * Math.cos(3) + Math.sin(3)), within(1e-6f));
            assertThat(turned[12]).isEqualTo(5);
        }
    }

    @Test
    void scalesLongWavesOnlyAsLlama3Does() {
        RotaryScaling scaling = new RotaryScaling.Llama3(8, 1, 4, 8192);
        assertThat(scaling.scaled(0.5)).isEqualTo(0.5);
        assertThat(scaling.scaled(1e-5)).isEqualTo(1e-5 / 8);
        assertThat(scaling.scaled(2 * Math.PI * 2 / 8192))
                .isBetween(2 * Math.PI * 2 / 8192 / 8, 2 * Math.PI * 2 / 8192);
    }
}
