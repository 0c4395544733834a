package dev.ayatori.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1000, 50_257})
    void takesTheLogarithmOfTheSoftmaxInPlaceAsElsewhere(int classes) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            Tensor logits = random(5, classes);
            float[] elsewhere = logits.logSoftmax().toFloats();

            assertThat(logits.logSoftmaxInPlace().toFloats()).isEqualTo(elsewhere);
        }
    }

    private static Tensor random(int rows, int columns) {
        Random random = new Random(columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (10 * random.nextGaussian());
        }
        return Tensor.of(values, rows, columns);
    }
}
