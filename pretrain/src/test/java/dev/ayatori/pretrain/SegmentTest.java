package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.model.Attention;
import dev.ayatori.model.Decoder;
import dev.ayatori.model.Positions;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.pretrain.step.MicroBatch;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {

    private static final int VOCABULARY = Toys.SHAPE.vocabulary();
    private static final Decoder MODEL = Toys.SHAPE.decoder();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void sumsTheGradientsThatPlainAutogradGives(int recomputeEvery) {
        MicroBatch batch = Batches.microBatch(Toys.sequences(3, 4), VOCABULARY);
        try (Scope _ = Scope.open();
                Driven driven = Driven.ofToys(DataType.F32, new Recompute(recomputeEvery))) {
            double loss = driven.train(batch, 1.0 / batch.targets().length);

            assertPlain(driven, batch, loss / batch.targets().length);
            assertThat(driven.loss(batch)).isCloseTo(loss, within(1e-4));
        }
    }

    @Test
    void givesEqualBitsWithAndWithoutComputingBlocksAgain() {
        MicroBatch batch = Batches.microBatch(Toys.sequences(4, 9), VOCABULARY);
        try (Scope _ = Scope.open();
                Driven kept = Driven.ofToys(DataType.F32, Recompute.NONE);
                Driven again = Driven.ofToys(DataType.F32, Recompute.EVERY_BLOCK)) {
            assertThat(kept.train(batch, 1)).isEqualTo(again.train(batch, 1));
            for (int section = 0; section < kept.gradients().size(); section++) {
                assertThat(kept.gradients().get(section))
                        .isEqualTo(again.gradients().get(section));
            }
        }
    }

    @Test
    void ignoresWhatTheLossDoesNotCount() {
        Sequence whole = Toys.sequences(1, 3).getFirst();
        boolean[] marks = new boolean[whole.tokens().length];
        marks[3] = true;
        marks[5] = true;
        Sequence marked = new Sequence(whole.tokens(), marks);
        assertThat(Batches.microBatch(List.of(whole, marked), VOCABULARY).countedRows())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8 + 2, 8 + 4);

        MicroBatch some = Batches.microBatch(List.of(marked), VOCABULARY);
        try (Scope _ = Scope.open();
                Driven driven = Driven.ofToys(DataType.F32, Recompute.NONE)) {
            double loss = driven.train(some, 0.5);

            assertPlain(driven, some, loss / 2);
            MicroBatch none =
                    Batches.microBatch(List.of(new Sequence(whole.tokens(), new boolean[marks.length])), VOCABULARY);
            assertThat(driven.train(none, 1)).isZero();
            driven.gradients().forEach(gradient -> assertThat(gradient).containsOnly(0));
        }
    }

    @Test
    void comesNearTheF32GradientInBf16() {
        MicroBatch batch = Batches.microBatch(Toys.sequences(4, 9), VOCABULARY);
        try (Scope _ = Scope.open();
                Driven exact = Driven.ofToys(DataType.F32, Recompute.NONE);
                Driven near = Driven.ofToys(DataType.BF16, Recompute.EVERY_BLOCK)) {
            assertThat(near.train(batch, 1)).isCloseTo(exact.train(batch, 1), within(1.5));
            double far = 0;
            double size = 0;
            for (int section = 0; section < exact.gradients().size(); section++) {
                for (int i = 0; i < exact.gradients().get(section).length; i++) {
                    double expected = exact.gradients().get(section)[i];
                    far += Math.pow(near.gradients().get(section)[i] - expected, 2);
                    size += expected * expected;
                }
            }
            assertThat(far).isLessThan(0.01 * size);
        }
    }

    private static void assertPlain(Driven driven, MicroBatch batch, double loss) {
        List<Tensor> weights = new ArrayList<>();
        for (SectionState state : driven.states()) {
            state.flat()
                    .views(state.master())
                    .forEach(view -> weights.add(view.copy().withGradient()));
        }
        Tensor expected = plainLoss(weights, batch);
        assertThat(loss).isCloseTo(expected.item(), within(1e-6));
        List<Tensor> gradients = Gradients.of(expected, weights, Tensor.of(new float[] {1}, new long[0]));
        int at = 0;
        for (int section = 0; section < driven.gradients().size(); section++) {
            Tensor found = Tensor.of(
                    driven.gradients().get(section), driven.gradients().get(section).length);
            for (Tensor view : driven.states().get(section).flat().views(found)) {
                assertNear(view.toFloats(), gradients.get(at++).toFloats());
            }
        }
    }

    /** Differs nowhere by more than two millionths of the largest value. */
    private static void assertNear(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double largest = 0;
        double farthest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            farthest = Math.max(farthest, Math.abs(expected[i] - found[i]));
        }
        assertThat(farthest).isLessThanOrEqualTo(2e-6 * largest);
    }

    private static Tensor plainLoss(List<Tensor> weights, MicroBatch batch) {
        Positions positions = MODEL.positions(batch.time(), batch.places());
        Tensor rows = MODEL.embed(weights.subList(0, 2), Tensor.of(batch.ids(), batch.ids().length), positions);
        for (int layer = 0; layer < Toys.SHAPE.layers(); layer++) {
            List<Tensor> block = weights.subList(2 + 12 * layer, 14 + 12 * layer);
            rows = MODEL.block(block, rows, positions, Attention.CAUSAL);
        }
        Tensor normed = MODEL.finalNorm(weights.subList(weights.size() - 2, weights.size()), rows);
        Tensor counted = normed.rows(Tensor.of(batch.countedRows(), batch.countedRows().length));
        return Functions.crossEntropy(
                MODEL.logits(weights.getFirst(), counted), Tensor.of(batch.targets(), batch.targets().length));
    }
}
