package dev.ayatori.pretrain.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.model.ModelShape;
import dev.ayatori.model.preset.Presets;
import dev.ayatori.tensor.DataType;
import org.junit.jupiter.api.Test;

class ModelFlopsTest {

    @Test
    void areThoseOfNarayananAndOthersLessTheRecomputation() {
        ModelShape shape = Presets.of("llm-jp-13b");
        double s = 2048;
        double h = 5120;
        double l = 40;
        double v = 50_688;
        double forOneToken = 72 * l * h * h * (1 + s / (6 * h) + v / (12 * l * h)); // 96 and 16 with recomputation

        assertThat(ModelFlops.perToken(shape, 2048)).isCloseTo(forOneToken, within(forOneToken * 1e-12));
    }

    @Test
    void countTheProjectionsOfALlamaAsTheyAre() {
        ModelShape shape = Presets.of("llm-jp-3-1.8b");
        double attention = 12.0 * shape.layers() * shape.heads() * shape.headWidth() * 4096;
        double embedding = (double) shape.vocabulary() * shape.width();
        double gains = (2 * shape.layers() + 1) * (double) shape.width();

        assertThat(ModelFlops.perToken(shape, 4096))
                .isEqualTo(6 * (shape.parameters() - embedding - gains) + attention);
    }

    @Test
    void areHeldAgainstAPeakAboveNothing() throws Exception {
        assertThat(MultiplicationPeak.measure(DataType.F32, 1)).isGreaterThan(1e6);
        ResidentMemory memory = ResidentMemory.now();
        assertThat(memory.bytes()).isPositive();
        assertThat(memory.peak()).isGreaterThanOrEqualTo(memory.bytes() / 2);
    }
}
