package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.data.TrainingFiles;
import dev.ayatori.pretrain.optimize.Anomalies;
import dev.ayatori.pretrain.optimize.LossScale;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.step.MicroBatch;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training in f16, with a loss scale far too high to begin with. */
class HalfPrecisionTest {

    private static final int STEPS = 30;
    private static final LossScale.Settings HIGH = new LossScale.Settings(0, 27, 4, 2, 1);

    @TempDir
    private Path folder;

    @Test
    void skipsTheStepsThatOverflowAndMovesTheScaleAsDeepSpeedDoes() throws Exception {
        TrainingJob job = job("one", HIGH, 1);
        List<WorkerEvent> events = new ArrayList<>();
        TrainingResult result = new Training(job, events::add).run().orElseThrow();

        List<Integer> skipped = new ArrayList<>();
        State.Numbers before = State.Numbers.first(job.watch(1).first());
        for (int step = 1; step < STEPS; step++) {
            State.Numbers done = numbers(job, step);
            boolean overflow = done.updates() == before.updates();
            if (overflow) {
                skipped.add(step);
            }
            assertThat(done.health().scale()).isEqualTo(before.health().scale().after(overflow, HIGH));
            if (before.updates() == 0) {
                assertThat(overflow)
                        .isEqualTo(overflowsAtFirstWeights(
                                job, step, before.health().scale().factor()));
            }
            before = done;
        }
        assertThat(skipped.size()).isBetween(5, 20);
        assertThat(skipped.getLast()).as("after a doubling").isGreaterThan(skipped.size());
        assertThat(result.unlearnedSteps()).isBetween((long) skipped.size(), skipped.size() + 1L);
        assertThat(result.loss()).isLessThan(3);
        assertThat(((WorkerEvent.Note) events.get(2)).text())
                .isEqualTo("step 1 was skipped: its gradient overflows in f16 with a loss scale of 1.34217728E8"
                        + " (1 in a row, 1 without an update in all); the next loss scale is 1.34217728E8");
    }

    @Test
    void learnsAsInF32() throws Exception {
        double half = new Training(job("half", LossScale.Settings.defaults(), 1), _ -> {})
                .run()
                .orElseThrow()
                .loss();
        TrainingJob job = Toys.job(copy("full"), Toys.plan(STEPS, 1), Precision.F32, 1);

        assertThat(new Training(job, _ -> {}).run().orElseThrow().loss())
                .isCloseTo(half, org.assertj.core.api.Assertions.within(0.02));
    }

    @Test
    void goesOnWithTheScaleOfTheCheckpoint() throws Exception {
        String expected = new Training(job("straight", HIGH, 1), _ -> {})
                .run()
                .orElseThrow()
                .weightsHash();
        TrainingJob job = job("killed", HIGH, 1);
        for (int killAfter : new int[] {3, 9, 21}) {
            assertThatThrownBy(() -> new Training(job, event -> {
                                if (event instanceof WorkerEvent.Step done && done.step() == killAfter) {
                                    throw new IllegalStateException("killed");
                                }
                            })
                            .run())
                    .hasMessage("killed");
        }

        assertThat(new Training(job, _ -> {}).run().orElseThrow().weightsHash()).isEqualTo(expected);
    }

    @Test
    void endsWhereTheScaleCannotGiveWayAnyMore() throws Exception {
        TrainingJob job = job("high", new LossScale.Settings(0, 28, 4, 2, 1 << 26), 1);

        assertThatThrownBy(() -> new Training(job, _ -> {}).run())
                .isInstanceOf(AyatoriException.class)
                .hasMessageStartingWith(
                        "the training ends at step 4: its loss or gradient is not finite with the smallest loss scale.");
    }

    @Test
    void keepsAConstantScale() throws Exception {
        TrainingJob job = job("constant", new LossScale.Settings(512, 16, 4, 2, 1), 1);
        new Training(job, _ -> {}).run();

        assertThat(numbers(job, STEPS - 1).health().scale()).isEqualTo(new LossScale(512, 0, 2));
    }

    private static boolean overflowsAtFirstWeights(TrainingJob job, int step, double scale) throws IOException {
        try (Scope _ = Scope.open();
                TrainingFiles files = TrainingFiles.open(job.data());
                Driven driven = new Driven(job, DataType.F16, Recompute.NONE, 1)) {
            boolean finite = true;
            for (List<MicroBatch> lane : new Batches(job, files).training(step).lanes()) {
                for (MicroBatch batch : lane) {
                    driven.train(batch, scale / (8 * 8));
                    for (float[] gradient : driven.gradients()) {
                        for (float value : gradient) {
                            finite &= Float.isFinite(value);
                        }
                    }
                }
            }
            return !finite;
        }
    }

    private static State.Numbers numbers(TrainingJob job, int step) {
        Path state = Path.of(job.folder(), "checkpoints/step-%06d/state.json".formatted(step));
        return Json.read(state, State.class).numbers();
    }

    private TrainingJob job(String name, LossScale.Settings scale, int threads) throws IOException {
        OptimizerSettings optimizer = Toys.optimizer(scale, Anomalies.defaults());
        return Toys.with(Toys.job(copy(name), Toys.plan(STEPS, 1), Precision.F16, threads), optimizer);
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        Toys.writeData(copy);
        return copy;
    }
}
