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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
