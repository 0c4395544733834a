package dev.ayatori.track.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processes to be started in one folder that all of them see. Each gets RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT, as
 * torchrun sets them, and a pipe as standard input that ends when the process that watches over it ends.
 *
 * @param command what each of them runs; its first word is the {@code java} of this machine
 * @param environment further variables
 * @param folder where they run, and where {@link #log} lies
 * @param count how many
 */
public record ProcessOrder(List<String> command, Map<String, String> environment, Path folder, int count) {
    /** Copies the lists. */
    public ProcessOrder {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** What a process prints to standard error. */
    public Path log(int rank) {
        return folder.resolve(rank == 0 ? "worker.log" : "worker-" + rank + ".log");
    }

    /** A process of this machine, not yet started. */
    public ProcessBuilder local(int rank, String masterAddress, int masterPort) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log(rank).toFile()));
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(new TreeMap<>(Map.of(
                        "RANK", Integer.toString(rank),
                        "WORLD_SIZE", Integer.toString(count),
                        "MASTER_ADDR", masterAddress,
                        "MASTER_PORT", Integer.toString(masterPort))));
        return builder;
    }
}
