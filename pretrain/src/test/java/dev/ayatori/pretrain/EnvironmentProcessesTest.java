package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import dev.ayatori.track.launch.ProcessOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentProcessesTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatTorchrunSets() {
        Map<String, String> torchrun =
                Map.of("RANK", "3", "WORLD_SIZE", "4", "MASTER_ADDR", "node0", "MASTER_PORT", "29501");

        assertThat(EnvironmentProcesses.of(torchrun, 60))
                .isEqualTo(new EnvironmentProcesses(3, 4, "node0", 29_501, 60));
    }

    @Test
    void takesRankAndSizeFromSlurm() {
        Map<String, String> slurm = Map.of("SLURM_PROCID", "1", "SLURM_NTASKS", "2", "MASTER_ADDR", "node0");

        assertThat(EnvironmentProcesses.of(slurm, 60)).isEqualTo(new EnvironmentProcesses(1, 2, "node0", 29_500, 60));
    }

    @Test
    void refusesVariablesThatContradictEachOther() {
        assertThatThrownBy(() -> EnvironmentProcesses.of(Map.of("RANK", "2", "WORLD_SIZE", "2"), 60))
                .hasMessage("RANK must be at least 0 and below WORLD_SIZE (2), but is 2");
        assertThatThrownBy(() -> EnvironmentProcesses.of(Map.of("RANK", "first"), 60))
                .hasMessage("RANK must be a whole number, but is \"first\"");
    }

    @Test
    void refusesAnotherNumberOfWorkers() {
        EnvironmentProcesses own = new EnvironmentProcesses(0, 4, "127.0.0.1", 29_500, 60);

        assertThatThrownBy(() -> own.start(new ProcessOrder(List.of("true"), Map.of(), folder, 2)))
                .hasMessage("workers must be WORLD_SIZE (4), but is 2");
    }

    @Test
    void saysThatNoFirstRankAnswers() throws Exception {
        EnvironmentProcesses own = new EnvironmentProcesses(1, 2, "127.0.0.1", freePort(), 1);

        assertThatThrownBy(() -> own.start(new ProcessOrder(List.of("true"), Map.of(), folder, 2)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("rank 1 of 2: no worker of rank 0 answered at 127.0.0.1:");
    }

    @Test
    @Tag("full")
    void givesTheWeightsOfOneWorker() throws Exception {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Toys.writeData(alone);
        Toys.writeData(folder);
        TrainingPlan plan = Toys.plan(20, 5);
        String expected = new WorkerLauncher(Progress.silent(), MetricSink.none())
                .run(Toys.job(alone, plan, Precision.F32, 1))
                .weightsHash();
        Execution two = Execution.ofThreads(1).withWorkers(2, 1, 2);
        int port = freePort();
        FutureTask<Boolean> follower = started(() -> {
            launcher(1, port).follow(folder, two);
            return true;
        });

        TrainingResult result = launcher(0, port).run(Toys.by(Toys.job(folder, plan, Precision.F32, 1), two));

        assertThat(result.weightsHash()).isEqualTo(expected);
        assertThat(follower.get()).isTrue();
    }

    private static WorkerLauncher launcher(int rank, int port) {
        return new WorkerLauncher(
                Progress.silent(), MetricSink.none(), new EnvironmentProcesses(rank, 2, "127.0.0.1", port, 60));
    }

    private static FutureTask<Boolean> started(Callable<Boolean> work) {
        FutureTask<Boolean> task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        return task;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
