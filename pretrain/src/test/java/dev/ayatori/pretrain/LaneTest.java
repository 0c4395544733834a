package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.model.Attention;
import dev.ayatori.model.Decoder;
import dev.ayatori.model.Initialization;
import dev.ayatori.model.Positions;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaneTest {

    private static final int VOCABULARY = Toys.SHAPE.vocabulary();

    @ParameterizedTest
    @EnumSource(Recompute.class)
    void sumsTheGradientsThatPlainAutogradGives(Recompute recompute) {
        MicroBatch batch = MicroBatch.of(Toys.sequences(3, 4), VOCABULARY);
        try (Scope _ = Scope.open()) {
            List<Tensor> weights = weights();
            try (Lane lane = new Lane(Toys.SHAPE, weights, recompute)) {
                double loss = lane.add(batch, 1.0 / batch.targets().length);

                Tensor expected = plainLoss(weights, batch);
                assertThat(loss / batch.targets().length).isCloseTo(expected.item(), within(1e-6));
                assertThat(lane.loss(batch)).isCloseTo(loss, within(1e-4));
                List<Tensor> gradients = Gradients.of(expected, weights, Tensor.of(new float[] {1}, new long[0]));
                for (int i = 0; i < weights.size(); i++) {
                    assertNear(
                            lane.gradient().views().get(i).toFloats(),
                            gradients.get(i).toFloats());
                }
            }
        }
    }

    @Test
    void givesEqualBitsWithAndWithoutComputingBlocksAgain() {
        MicroBatch batch = MicroBatch.of(Toys.sequences(4, 9), VOCABULARY);
        try (Scope _ = Scope.open()) {
            List<Tensor> weights = weights();
            try (Lane kept = new Lane(Toys.SHAPE, weights, Recompute.NONE);
                    Lane again = new Lane(Toys.SHAPE, weights, Recompute.EVERY_BLOCK)) {
                assertThat(kept.add(batch, 1)).isEqualTo(again.add(batch, 1));
                assertThat(kept.gradient().flat().toFloats())
                        .isEqualTo(again.gradient().flat().toFloats());
            }
        }
    }

    @Test
    void ignoresWhatTheLossDoesNotCount() {
        SequenceFile.Sequence whole = Toys.sequences(1, 3).getFirst();
        boolean[] marks = new boolean[whole.tokens().length];
        marks[3] = true;
        marks[5] = true;
        MicroBatch batch = MicroBatch.of(List.of(whole, new SequenceFile.Sequence(whole.tokens(), marks)), VOCABULARY);
        assertThat(batch.countedRows()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8 + 2, 8 + 4);

        MicroBatch some = MicroBatch.of(List.of(new SequenceFile.Sequence(whole.tokens(), marks)), VOCABULARY);
        try (Scope _ = Scope.open()) {
            List<Tensor> weights = weights();
            try (Lane lane = new Lane(Toys.SHAPE, weights, Recompute.NONE)) {
                double loss = lane.add(some, 0.5);

                Tensor expected = plainLoss(weights, some);
                assertThat(loss / 2).isCloseTo(expected.item(), within(1e-6));
                List<Tensor> gradients = Gradients.of(expected, weights, Tensor.of(new float[] {1}, new long[0]));
                for (int i = 0; i < weights.size(); i++) {
                    assertNear(
                            lane.gradient().views().get(i).toFloats(),
                            gradients.get(i).toFloats());
                }
                MicroBatch none = MicroBatch.of(
                        List.of(new SequenceFile.Sequence(whole.tokens(), new boolean[marks.length])), VOCABULARY);
                assertThat(lane.add(none, 1)).isZero();
            }
        }
    }

    @Test
    void comesNearTheF32GradientInBf16() {
        MicroBatch batch = MicroBatch.of(Toys.sequences(4, 9), VOCABULARY);
        try (Scope _ = Scope.open()) {
            List<Tensor> weights = weights();
            List<Tensor> rounded = weights.stream()
                    .map(weight -> weight.detach().to(DataType.BF16).withGradient())
                    .toList();
            try (Lane exact = new Lane(Toys.SHAPE, weights, Recompute.NONE);
                    Lane near = new Lane(Toys.SHAPE, rounded, Recompute.EVERY_BLOCK)) {
                assertThat(near.add(batch, 1)).isCloseTo(exact.add(batch, 1), within(1.5));
                assertThat(near.gradient().flat().type()).isEqualTo(DataType.F32);
                double far = near.gradient()
                        .flat()
                        .addInPlace(exact.gradient().flat(), -1)
                        .squaredNorm()
                        .item();
                assertThat(far)
                        .isLessThan(0.01 * exact.gradient().flat().squaredNorm().item());
            }
        }
    }

    /** Differs nowhere by more than a millionth of the largest value. */
    private static void assertNear(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double largest = 0;
        double farthest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            farthest = Math.max(farthest, Math.abs(expected[i] - found[i]));
        }
        assertThat(farthest).isLessThanOrEqualTo(1e-6 * largest);
    }

    private static List<Tensor> weights() {
        List<Tensor> weights = new ArrayList<>();
        Weights shaped = new Weights(Toys.SHAPE, DataType.F32);
        for (int i = 0; i < shaped.views().size(); i++) {
            float[] values = new Initialization(Toys.SHAPE, 11).values(i);
            weights.add(Tensor.of(values, shaped.views().get(i).shape())
                    .mulInPlace(5)
                    .withGradient());
        }
        shaped.close();
        return weights;
    }

    private static Tensor plainLoss(List<Tensor> weights, MicroBatch batch) {
        Decoder model = Toys.SHAPE.decoder();
        Positions positions = model.positions(batch.time(), batch.places());
        Tensor rows = model.embed(weights.subList(0, 2), Tensor.of(batch.ids(), batch.ids().length), positions);
        for (int layer = 0; layer < Toys.SHAPE.layers(); layer++) {
            List<Tensor> block = weights.subList(2 + 12 * layer, 14 + 12 * layer);
            rows = model.block(block, rows, positions, Attention.CAUSAL);
        }
        Tensor normed = model.finalNorm(weights.subList(weights.size() - 2, weights.size()), rows);
        Tensor counted = normed.rows(Tensor.of(batch.countedRows(), batch.countedRows().length));
        return Functions.crossEntropy(
                model.logits(weights.getFirst(), counted), Tensor.of(batch.targets(), batch.targets().length));
    }
}
