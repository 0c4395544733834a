package dev.ayatori.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {

    @Test
    void givesTheVectorJacobianProductOfEveryInput() {
        try (Scope _ = Scope.open()) {
            Tensor left = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2).withGradient();
            Tensor right = Tensor.of(new float[] {5, 6, 7, 8}, 2, 2).withGradient();
            Tensor outgoing = Tensor.of(new float[] {1, 0, 0, 2}, 2, 2);

            List<Tensor> found = Gradients.of(left.matmul(right), List.of(left, right), outgoing);

            assertThat(found.get(0).toFloats()).containsExactly(5, 7, 12, 16);
            assertThat(found.get(1).toFloats()).containsExactly(1, 6, 2, 8);
        }
    }

    @Test
    void recordsNothingWhileOff() {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            Tensor weight = Tensor.of(new float[] {1}, 1).withGradient();

            assertThat(weight.add(weight).recordsGradient()).isFalse();
        }
    }

    @Test
    void keepsOnlyTheResultOfANestedScope() {
        try (Scope _ = Scope.open()) {
            Tensor base = Tensor.of(new float[] {1, 2}, 2);

            Tensor result = Scope.resultOf(() -> base.add(base).add(base));

            assertThat(result.toFloats()).containsExactly(3, 6);
        }
    }

    @Test
    void readsAKeptTensorAfterItsScope() {
        Tensor kept;
        try (Scope _ = Scope.open()) {
            kept = Tensor.of(new float[] {4}, 1).keep();
        }
        assertThat(kept.item()).isEqualTo(4);
        kept.close();
    }
}
