package dev.ayatori.cluster.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.cluster.StandaloneCluster;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.pretrain.Execution;
import dev.ayatori.pretrain.LocalProcesses;
import dev.ayatori.pretrain.Precision;
import dev.ayatori.pretrain.Supervision;
import dev.ayatori.pretrain.TrainingJob;
import dev.ayatori.pretrain.TrainingPlan;
import dev.ayatori.pretrain.WorkerLauncher;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import dev.ayatori.track.launch.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A training whose workers a cluster of one master and two workers starts. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkProcessesTest {
    private static final Gpt2Shape SHAPE = new Gpt2Shape(2, 16, 2, 8, 30);
    private static final int STEPS = 1000;

    private Path folder = Path.of("");
    private String expected = "";
    private List<AutoCloseable> open = List.of();
    private ProcessLauncher launcher = new LocalProcesses();

    @BeforeAll
    void trainsByOneWorkerHere(@TempDir Path temporary) throws Exception {
        folder = temporary;
        expected = new WorkerLauncher(Progress.silent(), MetricSink.none())
                .run(job("here", Execution.ofThreads(1)))
                .weightsHash();
        StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("spark-home"), 2);
        launcher = ProcessLauncher.open("spark", cluster.address(), cluster.properties());
        open = List.of(launcher, cluster);
    }

    @AfterAll
    void endsTheCluster() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void givesTheWeightsOfOneWorkerHere() throws Exception {
        TrainingJob job = job("calm", two(3));

        assertThat(new WorkerLauncher(Progress.silent(), MetricSink.none(), launcher)
                        .run(job)
                        .weightsHash())
                .isEqualTo(expected);
    }

    @Test
    void goesOnFromTheLastCheckpointWhenAWorkerIsKilled() throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        List<String> notes = new ArrayList<>();
        TrainingJob job = job("killed", two(3));
        MetricSink sink = (name, step, value) -> {
            if (step == 100 && !killed.getAndSet(true)) {
                newestProcessIn(Path.of(job.folder())).destroyForcibly();
            }
        };

        assertThat(new WorkerLauncher(noting(notes), sink, launcher).run(job).weightsHash())
                .isEqualTo(expected);
        assertThat(notes).anyMatch(note -> note.contains("All workers start again from the last checkpoint (1 of 3)"));
        assertThat(notes).anyMatch(note -> note.startsWith("goes on after step "));
    }

    @Test
    void saysWhereTheFolderIsNotSeen() throws Exception {
        Path ownOfEachProcess = Files.createTempDirectory(Path.of("/proc/self/cwd/target"), "unseen");

        assertThatThrownBy(() -> new WorkerLauncher(Progress.silent(), MetricSink.none(), launcher)
                        .run(job(ownOfEachProcess, two(3))))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining(ownOfEachProcess + ", is not seen on 127.0.0.1: put the folder of runs");
    }

    private static ProcessHandle newestProcessIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> isIn(folder, process))
                .max(Comparator.comparing(ProcessHandle::pid))
                .orElseThrow();
    }

    private static boolean isIn(Path folder, ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(folder);
        } catch (IOException e) {
            return false; // it has just ended
        }
    }

    private static Progress noting(List<String> notes) {
        return new Progress() {
            @Override
            public void start(String what, long total, String unit) {}

            @Override
            public void advance(long by) {}

            @Override
            public void note(String line) {
                notes.add(line);
            }

            @Override
            public void finish() {}
        };
    }

    private static Execution two(int restarts) {
        return new Execution(1, 2, 1, 1, 0, false, new Supervision(60, restarts, 0, 0));
    }

    private TrainingJob job(String name, Execution execution) throws IOException {
        return job(Files.createDirectory(folder.resolve(name)), execution);
    }

    private static TrainingJob job(Path own, Execution execution) throws IOException {
        SequenceFile.write(own.resolve("train.seq"), sequences(40));
        TrainingData data = new TrainingData(
                TrainingData.Format.SEQUENCES,
                own.toString(),
                List.of(new Fold(STEPS, List.of(new Source("train.seq", 40, 40)))),
                List.of(),
                false,
                SHAPE.context());
        return new TrainingJob(
                own.toString(),
                SHAPE,
                "",
                2,
                data,
                new TrainingPlan(7, STEPS, 8, 2, 2, 10, 500, 50),
                new OptimizerSettings(1e-2, 0.1, 2, 0.1, 0.9, 0.95, 1e-8, 1.0),
                Precision.F32,
                execution);
    }

    private static List<Sequence> sequences(int count) {
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = 7 * i;
            int[] tokens = new int[SHAPE.context() + 1];
            Arrays.setAll(tokens, place -> (start + place) % SHAPE.vocabulary());
            boolean[] counted = new boolean[tokens.length];
            Arrays.fill(counted, true);
            sequences.add(new Sequence(tokens, counted));
        }
        return sequences;
    }
}
