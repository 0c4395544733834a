package dev.ayatori.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusedAdamWTest {

    private static final int SIZE = 1003;

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"F32", "BF16", "F16"})
    void givesTheBitsOfItsScalarTwin(DataType type) {
        FusedAdamW.Memory vectors = memory(type);
        FusedAdamW.Memory values = memory(type);
        for (int step = 1; step <= 3; step++) {
            FusedAdamW adam = new FusedAdamW(new FusedAdamW.Step(0.9, 0.95, 1e-8, 1e-3, step, 0.7));
            adam.apply(vectors, 1, SIZE, 0.1);
            adam.scalar(values, 1, SIZE, (float) (1 - 1e-3 * 0.1));
        }

        assertThat(bytes(vectors.master())).isEqualTo(bytes(values.master()));
        assertThat(bytes(vectors.first())).isEqualTo(bytes(values.first()));
        assertThat(bytes(vectors.second())).isEqualTo(bytes(values.second()));
        assertThat(bytes(vectors.computed())).isEqualTo(bytes(values.computed()));
        assertThat(vectors.first().getAtIndex(ValueLayout.JAVA_FLOAT, 0)).isEqualTo(floats(5)[0]);
    }

    @Test
    void roundsToBf16AsLibtorchDoes() {
        float[] values = new float[70_000];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        try (Scope _ = Scope.open()) {
            short[] expected =
                    Tensor.of(values, values.length).to(DataType.BF16).segment().toArray(ValueLayout.JAVA_SHORT);
            for (int i = 0; i < values.length; i++) {
                if (!Float.isNaN(values[i])) { // of NaNs there are many
                    assertThat(FusedAdamW.bf16(values[i])).isEqualTo(expected[i]);
                }
            }
        }
    }

    @Test
    void movesAWeightAsThePaperSays() {
        FusedAdamW.Memory memory = memory(DataType.F32);
        double weight = memory.master().getAtIndex(ValueLayout.JAVA_FLOAT, 7);
        double gradient = memory.gradient().getAtIndex(ValueLayout.JAVA_FLOAT, 7) * 0.5;
        double first = floats(5)[7] * 0.9 + 0.1 * gradient;
        double second = Math.abs(floats(6)[7]) * 0.95 + 0.05 * gradient * gradient;
        double expected = weight * (1 - 1e-2 * 0.1)
                - 1e-2 * (first / (1 - Math.pow(0.9, 4))) / (Math.sqrt(second / (1 - Math.pow(0.95, 4))) + 1e-8);

        new FusedAdamW(new FusedAdamW.Step(0.9, 0.95, 1e-8, 1e-2, 4, 0.5)).apply(memory, 0, SIZE, 0.1);

        assertThat((double) memory.master().getAtIndex(ValueLayout.JAVA_FLOAT, 7))
                .isCloseTo(expected, within(1e-6));
    }

    private static FusedAdamW.Memory memory(DataType type) {
        float[] second = floats(6);
        for (int i = 0; i < SIZE; i++) {
            second[i] = Math.abs(second[i]);
        }
        return new FusedAdamW.Memory(
                segment(floats(3)),
                segment(floats(4)),
                segment(floats(5)),
                segment(second),
                MemorySegment.ofArray(new short[type == DataType.F32 ? 0 : SIZE]),
                type);
    }

    private static MemorySegment segment(float[] values) {
        return MemorySegment.ofArray(values);
    }

    private static float[] floats(long seed) {
        Random random = new Random(seed);
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static byte[] bytes(MemorySegment segment) {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }
}
