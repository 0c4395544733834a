package dev.ayatori.pretrain;

import dev.ayatori.track.launch.ProcessLauncher;
import dev.ayatori.track.launch.ProcessOrder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The workers of one attempt by their ranks: all of them end when one of them fails or stalls. */
final class Workforce implements AutoCloseable {

    private static final long LOOK_EVERY_MILLISECONDS = 200;
    private static final long GRACE_MILLISECONDS = 60_000;

    private final SortedMap<Integer, WorkerProcess> workers = new TreeMap<>();
    private final int timeoutSeconds;
    private final Thread guard = new Thread(this::askAll, "workers");

    /**
     * Why an attempt ended early.
     *
     * @param text for the user
     */
    record Failure(String text) {}

    /** Starts workers, which count as lost when they say nothing for so long. */
    Workforce(ProcessLauncher launcher, ProcessOrder order, int timeoutSeconds, Consumer<WorkerEvent> events)
            throws IOException, InterruptedException {
        this.timeoutSeconds = timeoutSeconds;
        launcher.start(order)
                .forEach((rank, process) -> workers.put(rank, new WorkerProcess(process, order.log(rank), events)));
        Runtime.getRuntime().addShutdownHook(guard);
    }

    /** Waits until all have ended well, or one has not; an interrupt lets them write their state and end. */
    Optional<Failure> await() throws IOException, InterruptedException {
        try {
            return awaitEnd();
        } catch (InterruptedException e) {
            askAll();
            throw e;
        }
    }

    private Optional<Failure> awaitEnd() throws IOException, InterruptedException {
        while (true) {
            boolean allEnded = true;
            for (Map.Entry<Integer, WorkerProcess> each : workers.entrySet()) {
                WorkerProcess worker = each.getValue();
                if (worker.ended()) {
                    if (worker.exitCode() != 0) {
                        return Optional.of(blame(each));
                    }
                } else if (worker.secondsSilent() > timeoutSeconds) {
                    return Optional.of(new Failure(
                            "training worker " + each.getKey() + " said nothing for " + timeoutSeconds + " seconds."));
                } else {
                    allEnded = false;
                }
            }
            if (allEnded) {
                return Optional.empty();
            }
            waitForOneAlive();
        }
    }

    private void waitForOneAlive() throws InterruptedException {
        for (WorkerProcess worker : workers.values()) {
            if (!worker.ended()) {
                worker.await(LOOK_EVERY_MILLISECONDS);
                return;
            }
        }
    }

    /** The first that failed by itself, not because it lost another. */
    private Failure blame(Map.Entry<Integer, WorkerProcess> failed) throws IOException, InterruptedException {
        Map.Entry<Integer, WorkerProcess> guilty = failed;
        for (Map.Entry<Integer, WorkerProcess> each : workers.entrySet()) {
            WorkerProcess worker = each.getValue();
            if (worker.ended() && worker.exitCode() != 0 && worker.exitCode() != Worker.LOST_PEER) {
                guilty = each;
                break;
            }
        }
        WorkerProcess worker = guilty.getValue();
        return new Failure("training worker " + guilty.getKey() + " ended with exit code " + worker.exitCode()
                + " before it was done. Its last words, from " + worker.log() + ":\n" + worker.lastWords());
    }

    private void askAll() {
        workers.values().forEach(WorkerProcess::ask);
        try {
            for (WorkerProcess worker : workers.values()) {
                worker.await(GRACE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.values().forEach(WorkerProcess::kill);
    }

    @Override
    public void close() throws InterruptedException {
        workers.values().forEach(WorkerProcess::kill);
        for (WorkerProcess worker : workers.values()) {
            worker.await(GRACE_MILLISECONDS);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException e) {
            assert e.getMessage() != null : "this process is ending and runs the guard itself";
        }
    }
}
