package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(new Training(job, _ -> {}).run()).isEqualTo(result);
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
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        "/dev/stdin")
                .redirectErrorStream(true)
                .start();
        worker.getOutputStream().close();

        assertThat(worker.waitFor()).isNotZero();
    }
}
