package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerLauncherTest {

    @TempDir
    private Path folder;

    private final WorkerLauncher launcher = new WorkerLauncher(Progress.silent(), MetricSink.none());

    @BeforeEach
    void writeData() throws IOException {
        Toys.writeData(folder);
    }

    @Test
    void trainsInAProcessOfItsOwn() throws Exception {
        TrainingJob job = Toys.job(folder, Toys.plan(4, 3), Precision.F32, 2);
        Map<String, Double> metrics = new TreeMap<>();

        TrainingResult result = new WorkerLauncher(
                        Progress.silent(), (name, step, value) -> metrics.put(name + " " + step, value))
                .run(job);

        assertThat(metrics).containsKeys("loss 1", "loss 4", "gradient-norm 4", "learning-rate 2", "validation-loss 4");
        assertThat(metrics.get("loss 4")).isEqualTo(result.loss());
        assertThat(folder.resolve("model/model.safetensors")).exists();
        assertThat(folder.resolve("checkpoints/step-000003/state.json")).exists();
        assertThat(folder.resolve("job.json")).doesNotExist();
        assertThat(new Training(job, _ -> {}).run()).contains(result);
    }

    @Test
    void tellsTheLastWordsOfAWorkerThatCrashed() {
        TrainingJob job = Toys.job(folder, Toys.plan(4, 3), Precision.F32, 1);

        assertThatThrownBy(() -> launcher.run(
                        job, folder, List.of("sh", "-c", "echo 'free(): invalid pointer' >&2; kill -ABRT $$")))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("exit code 134")
                .hasMessageContaining("free(): invalid pointer");
    }

    @Test
    void passesOnWhyAJobWasRefused() throws IOException {
        Files.write(folder.resolve("train.seq"), new byte[3]);
        TrainingJob job = Toys.job(folder, Toys.plan(4, 3), Precision.F32, 1);

        assertThatThrownBy(() -> launcher.run(job))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("is no sequence file");
    }

    @Test
    void endsTheWorkerWhenItIsInterrupted() throws Exception {
        TrainingJob job = Toys.job(folder, Toys.plan(4, 3), Precision.F32, 1);
        Path pid = folder.resolve("pid");
        Thread runner = Thread.ofPlatform().start(() -> {
            try {
                launcher.run(job, folder, List.of("sh", "-c", "echo $$ > pid.draft; mv pid.draft pid; exec cat"));
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (!Files.exists(pid)) {
            Thread.onSpinWait();
        }
        runner.interrupt();
        runner.join();

        long worker = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(worker).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void endsWhenItsParentIsGone() throws Exception {
        Process worker = start(Toys.job(folder, Toys.plan(1_000_000, 1_000_000), Precision.F32, 1));
        BufferedReader events = worker.inputReader();
        assertThat(events.lines()
                        .filter(line -> line.contains("\"event\":\"started\""))
                        .findFirst())
                .isPresent();

        worker.getOutputStream().close();

        assertThat(worker.waitFor()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "STOP"})
    @Tag("full")
    void goesOnWhenAWorkerIsLost(String signal) throws Exception {
        Path calm = Files.createDirectory(folder.resolve("calm"));
        Toys.writeData(calm);
        TrainingPlan plan = Toys.plan(200, 20);
        String expected = launcher.run(Toys.job(calm, plan, Precision.F32, 1)).weightsHash();
        Execution two = new Execution(1, 2, 1, 2, 0, false, new Supervision(45, 3, 0, 0));
        List<String> notes = new ArrayList<>();
        AtomicBoolean sent = new AtomicBoolean();
        MetricSink sink = (name, step, value) -> {
            if (step == 50 && !sent.getAndSet(true)) {
                signal(signal);
            }
        };

        TrainingResult result =
                new WorkerLauncher(noting(notes), sink).run(Toys.by(Toys.job(folder, plan, Precision.F32, 1), two));

        assertThat(result.weightsHash()).isEqualTo(expected);
        assertThat(notes).anyMatch(note -> note.contains("All workers start again from the last checkpoint (1 of 3)"));
        assertThat(notes).anyMatch(note -> note.startsWith("goes on after step "));
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

    /** Sends a signal to the last worker that this process started. */
    private static void signal(String signal) {
        ProcessHandle last = ProcessHandle.current()
                .children()
                .max(Comparator.comparing(ProcessHandle::pid))
                .orElseThrow();
        try {
            new ProcessBuilder("kill", "-" + signal, "" + last.pid()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writesItsStateWhenItIsAskedToEnd() throws Exception {
        Process worker = start(Toys.job(folder, Toys.plan(1_000_000, 1_000_000), Precision.F32, 1));
        BufferedReader events = worker.inputReader();
        while (!events.readLine().contains("\"event\":\"step\"")) {
            // lets it begin
        }
        worker.toHandle().destroy();
        String last = events.lines().reduce("", (_, line) -> line);

        assertThat(last).contains("\"event\":\"stopped\"");
        assertThat(worker.waitFor()).isZero();
        try (Stream<Path> checkpoints = Files.list(folder.resolve("checkpoints"))) {
            assertThat(checkpoints).singleElement().asString().matches(".*step-\\d+");
        }
    }

    @Test
    @Tag("full")
    void survivesAStormOfKills() throws Exception {
        Path calm = Files.createDirectory(folder.resolve("calm"));
        Toys.writeData(calm);
        TrainingPlan plan = Toys.plan(400, 20);
        String expected = launcher.run(Toys.job(calm, plan, Precision.F32, 1)).weightsHash();
        TrainingJob job = Toys.job(folder, plan, Precision.F32, 1);
        Random random = new Random(4);
        for (int kill = 0; kill < 6; kill++) {
            Process worker = start(job);
            BufferedReader events = worker.inputReader();
            int lines = 2 + random.nextInt(70);
            while (lines-- > 0 && events.readLine() != null) {
                // lets it train a while
            }
            worker.destroyForcibly().waitFor();
        }

        assertThat(launcher.run(job).weightsHash()).isEqualTo(expected);
    }

    private static Process start(TrainingJob job) throws IOException {
        Path file = Path.of(job.folder(), "job.json");
        Json.write(file, job);
        return new ProcessBuilder(WorkerCommand.of(file))
                .directory(Path.of(job.folder()).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
