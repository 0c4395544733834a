package dev.ayatori.cli.train;

import dev.ayatori.pretrain.EnvironmentProcesses;
import dev.ayatori.pretrain.LocalProcesses;
import dev.ayatori.track.launch.ProcessLauncher;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the workers of a training are started: it changes no bit of the weights. */
final class LauncherOptions {
    @Option(
            names = "--launcher",
            paramLabel = "NAME",
            description = {
                "who starts the workers (default: local)",
                "  local: this program, on this machine",
                "  environment: torchrun, Slurm or you start this command once for each worker, with RANK,"
                        + " WORLD_SIZE (or Slurm's SLURM_PROCID, SLURM_NTASKS), MASTER_ADDR and MASTER_PORT",
                "  spark: a Spark cluster, in barrier mode",
                "Not local: all machines must see the folder of runs, where checkpoints are written, and this program"
                        + " under the same paths, as on a mounted NFS or Lustre."
            })
    private String launcher = "local";

    @Option(
            names = "--master",
            paramLabel = "ADDRESS",
            description = "the Spark cluster: spark://HOST:PORT, local[N], or what spark-submit says")
    private String master = "";

    @Option(
            names = "--spark",
            paramLabel = "KEY=VALUE",
            description = "a property of Spark, such as spark.executor.memory=1g (workers are processes beside it)")
    private Map<String, String> properties = Map.of();

    boolean isEnvironment() {
        return launcher.equals("environment");
    }

    /** What the variables of this process say. */
    static EnvironmentProcesses environment(int patienceSeconds) {
        return EnvironmentProcesses.of(System.getenv(), patienceSeconds);
    }

    ProcessLauncher open(int patienceSeconds) {
        return switch (launcher) {
            case "local" -> new LocalProcesses();
            case "environment" -> environment(patienceSeconds);
            default -> ProcessLauncher.open(launcher, master, properties);
        };
    }
}
