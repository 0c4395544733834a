package dev.ayatori.pretrain;

import dev.ayatori.pretrain.check.Require;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.launch.ProcessLauncher;
import dev.ayatori.track.launch.ProcessOrder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The one worker of this process, where torchrun, Slurm or a person starts this program once for each worker: RANK,
 * WORLD_SIZE, MASTER_ADDR and MASTER_PORT say which it is. Slurm's SLURM_PROCID and SLURM_NTASKS stand in for the first
 * two.
 *
 * @param rank of this process
 * @param size how many there are
 * @param host of rank 0
 * @param port on which the worker of rank 0 listens
 * @param patienceSeconds the longest wait for the worker of rank 0
 */
public record EnvironmentProcesses(int rank, int size, String host, int port, int patienceSeconds)
        implements ProcessLauncher {

    private static final int LOOK_EVERY_MILLISECONDS = 200;

    /** Checks the numbers. */
    public EnvironmentProcesses {
        Require.that(size >= 1, "WORLD_SIZE must be at least 1", size);
        Require.that(rank >= 0 && rank < size, "RANK must be at least 0 and below WORLD_SIZE (" + size + ")", rank);
        Require.that(port >= 1 && port <= 65_535, "MASTER_PORT must be between 1 and 65535", port);
    }

    /** What variables say. */
    public static EnvironmentProcesses of(Map<String, String> environment, int patienceSeconds) {
        return new EnvironmentProcesses(
                Rendezvous.rank(environment),
                Rendezvous.size(environment),
                Rendezvous.host(environment),
                Rendezvous.port(environment),
                patienceSeconds);
    }

    @Override
    public SortedMap<Integer, Process> start(ProcessOrder order) throws IOException, InterruptedException {
        Require.that(order.count() == size, "workers must be WORLD_SIZE (" + size + ")", order.count());
        if (rank > 0) {
            awaitMaster();
        }
        return new TreeMap<>(Map.of(rank, order.local(rank, host, port).start()));
    }

    /** The worker of rank 0 listens only when this run's job file is written. */
    private void awaitMaster() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (true) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(host, port), patienceSeconds * 1000);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new AyatoriException(
                            "rank " + rank + " of " + size + ": no worker of rank 0 answered at " + host + ":" + port
                                    + " within " + patienceSeconds
                                    + " seconds. Either the training is finished, or rank 0 was not started, or the"
                                    + " network is cut; once rank 0 runs, start this again.",
                            e);
                }
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            }
        }
    }

    @Override
    public boolean onThisMachine() {
        return false;
    }
}
