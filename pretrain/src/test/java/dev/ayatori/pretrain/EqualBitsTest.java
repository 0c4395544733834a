package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.optimize.Anomalies;
import dev.ayatori.pretrain.optimize.LossScale;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights and moments after some steps of 8 lanes have the same bits however the work is shared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EqualBitsTest {

    private static final int STEPS = 6;

    /** Two to this overflows in f16 at first, but not for long. */
    private static final int HIGH_SCALE = 20;

    private Path folder = Path.of("");

    private String expected = "";

    @BeforeAll
    void trainInOneProcess(@TempDir Path shared) throws Exception {
        folder = shared;
        expected = train("one", Precision.F32, Execution.ofThreads(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void withAnyNumberOfThreads(int threads) throws Exception {
        assertThat(train("threads", Precision.F32, Execution.ofThreads(threads)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "4, 0", "2, 1", "4, 1", "2, 2", "4, 2", "2, 3", "4, 3"})
    void withAnyNumberOfWorkersAndAnyZeroStage(int workers, int zeroStage) throws Exception {
        Execution kept =
                Execution.ofThreads(1).withWorkers(workers, 1, zeroStage).withRecompute(0);

        assertThat(train("kept", Precision.F32, kept)).isEqualTo(expected);
        assertThat(train("again", Precision.F32, kept.withRecompute(1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "4, 0", "4, 1"})
    void withTwoStagesOfAPipeline(int workers, int zeroStage) throws Exception {
        Execution staged = Execution.ofThreads(1).withWorkers(workers, 2, zeroStage);

        assertThat(train("staged", Precision.F32, staged)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 1", "2, 2, 0"})
    void withMomentsOnDiskThatLeaveNoFile(int workers, int stages, int zeroStage) throws Exception {
        Execution mapped =
                Execution.ofThreads(1).withWorkers(workers, stages, zeroStage).withOptimizerOnDisk();

        assertThat(train("mapped", Precision.F32, mapped)).isEqualTo(expected);
        try (var files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".map"));
        }
    }

    @Test
    void inBf16() throws Exception {
        String one = train("bf16", Precision.BF16, Execution.ofThreads(2));

        assertThat(one).isNotEqualTo(expected);
        for (int zeroStage = 0; zeroStage <= 3; zeroStage++) {
            Execution two = Execution.ofThreads(1).withWorkers(2, 1, zeroStage);
            assertThat(train("two" + zeroStage, Precision.BF16, two)).isEqualTo(one);
        }
        assertThat(train("staged", Precision.BF16, Execution.ofThreads(1).withWorkers(2, 2, 0)))
                .isEqualTo(one);
    }

    @Test
    void inF16WithASkippedStep() throws Exception {
        String one = train("f16", Precision.F16, Execution.ofThreads(2));

        assertThat(one).isNotEqualTo(expected);
        for (int zeroStage : new int[] {0, 3}) {
            Execution two = Execution.ofThreads(1).withWorkers(2, 1, zeroStage);
            assertThat(train("two" + zeroStage, Precision.F16, two)).isEqualTo(one);
        }
        assertThat(train("staged", Precision.F16, Execution.ofThreads(1).withWorkers(2, 2, 0)))
                .isEqualTo(one);
    }

    @Test
    void afterGoingOnWithOtherWorkersAndAnotherStage() throws Exception {
        TrainingPlan often = new TrainingPlan(7, STEPS + 1, 8, 8, 1, 10, 5, 1);
        TrainingJob job = Toys.job(Files.createDirectory(folder.resolve("resumed")), often, Precision.F32, 1);
        Toys.writeData(folder.resolve("resumed"));
        int[][] shapes = {{4, 1, 3}, {2, 2, 1}, {1, 1, 0}, {2, 1, 2}};
        int[] killAfter = {2, 4, 6, Integer.MAX_VALUE};

        for (int i = 0; i < shapes.length; i++) {
            Execution other = Execution.ofThreads(1).withWorkers(shapes[i][0], shapes[i][1], shapes[i][2]);
            int last = killAfter[i];
            try {
                Ranks.train(Toys.by(job, other), last);
            } catch (Ranks.Killed e) {
                assertThat(last).isLessThanOrEqualTo(STEPS);
            }
        }
        assertThat(hash(folder.resolve("resumed"), STEPS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "4, 2, 1"})
    void afterOneOfManyFindsItsPartOfACheckpointDamaged(int workers, int stages, int zeroStage) throws Exception {
        Path own = Files.createTempDirectory(folder, "damaged");
        Toys.writeData(own);
        TrainingPlan often = new TrainingPlan(7, STEPS + 1, 8, 8, 1, 10, 5, 2);
        TrainingJob job = Toys.by(
                Toys.job(own, often, Precision.F32, 1), Execution.ofThreads(1).withWorkers(workers, stages, zeroStage));
        Ranks.train(job, Integer.MAX_VALUE);
        Path last = own.resolve("checkpoints/step-%06d/second-moment.safetensors".formatted(STEPS));
        byte[] whole = Files.readAllBytes(last);
        byte[] damaged = whole.clone();
        damaged[damaged.length - 5]++;
        Files.write(last, damaged);

        Ranks.train(job, Integer.MAX_VALUE);
        assertThat(last).hasBinaryContent(whole);
        assertThat(hash(own, STEPS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource("2, 1, 3")
    void betweenRealProcesses(int workers, int stages, int zeroStage) throws Exception {
        assertThat(launch(Execution.ofThreads(1).withWorkers(workers, stages, zeroStage), plan(STEPS)))
                .isEqualTo(expected);
    }

    @Test
    @Tag("full")
    void betweenRealProcessesInEveryShape() throws Exception {
        String one = launch(Execution.ofThreads(2), plan(30));
        for (int workers : new int[] {1, 2, 4}) {
            for (int zeroStage = 0; zeroStage <= 3; zeroStage++) {
                for (int recompute : new int[] {0, 1}) {
                    Execution shape = Execution.ofThreads(1)
                            .withWorkers(workers, 1, zeroStage)
                            .withRecompute(recompute);
                    assertThat(launch(shape, plan(30))).as(shape.toString()).isEqualTo(one);
                }
            }
        }
        for (int zeroStage = 0; zeroStage <= 1; zeroStage++) {
            for (int workers : new int[] {2, 4}) {
                Execution shape = Execution.ofThreads(1).withWorkers(workers, 2, zeroStage);
                assertThat(launch(shape, plan(30))).as(shape.toString()).isEqualTo(one);
            }
        }
    }

    private static TrainingPlan plan(int steps) {
        return new TrainingPlan(7, steps + 1, 8, 8, 1, 10, 5, steps);
    }

    private String launch(Execution execution, TrainingPlan plan) throws Exception {
        Path own = Files.createTempDirectory(folder, "real");
        Toys.writeData(own);
        new WorkerLauncher(Progress.silent(), MetricSink.none())
                .run(Toys.by(Toys.job(own, plan, Precision.F32, 1), execution));
        return hash(own, plan.checkpointEvery());
    }

    private String train(String name, Precision precision, Execution execution) throws Exception {
        Path own = Files.createTempDirectory(folder, name);
        Toys.writeData(own);
        OptimizerSettings optimizer =
                Toys.optimizer(new LossScale.Settings(0, HIGH_SCALE, 2, 1, 1), Anomalies.defaults());
        TrainingJob job = Toys.with(Toys.job(own, plan(STEPS), precision, 1), optimizer);
        Ranks.train(Toys.by(job, execution), Integer.MAX_VALUE);
        int skipped = STEPS - state(own, STEPS).numbers().updates();
        assertThat(skipped).isBetween(precision == Precision.F16 ? 1 : 0, precision == Precision.F16 ? 3 : 0);
        return hash(own, STEPS);
    }

    /** The hash over the hashes of all weights and moments. */
    private static String hash(Path own, int step) {
        return state(own, step).pieces();
    }

    private static State state(Path own, int step) {
        return Json.read(own.resolve("checkpoints/step-%06d/state.json".formatted(step)), State.class);
    }
}
