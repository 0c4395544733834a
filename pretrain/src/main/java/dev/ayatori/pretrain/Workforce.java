package dev.ayatori.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The workers of one attempt: all of them end when one of them fails or stalls. */
final class Workforce implements AutoCloseable {

    private static final long LOOK_EVERY_MILLISECONDS = 200;
    private static final long GRACE_MILLISECONDS = 60_000;

    private final List<WorkerProcess> workers = new ArrayList<>();
    private final int timeoutSeconds;
    private final Thread guard = new Thread(this::askAll, "workers");

    /**
     * Why an attempt ended early.
     *
     * @param text for the user
     */
    record Failure(String text) {}

    /** Starts so many workers with a command in a folder. */
    Workforce(List<String> command, Path folder, Execution execution, Consumer<WorkerEvent> events) throws IOException {
        this.timeoutSeconds = execution.timeoutSeconds();
        Runtime.getRuntime().addShutdownHook(guard);
        int size = execution.workers();
        int port = size > 1 ? WorkerCommand.freePort() : 1;
        for (int rank = 0; rank < size; rank++) {
            Map<String, String> environment = new TreeMap<>(WorkerCommand.environment());
            environment.putAll(WorkerCommand.rendezvous(rank, size, port));
            String log = rank == 0 ? "worker.log" : "worker-" + rank + ".log";
            workers.add(new WorkerProcess(command, folder, log, environment, events));
        }
    }

    /** Waits until all have ended well, or one has not. */
    Optional<Failure> await() throws IOException, InterruptedException {
        while (true) {
            boolean allEnded = true;
            for (int rank = 0; rank < workers.size(); rank++) {
                WorkerProcess worker = workers.get(rank);
                if (worker.ended()) {
                    if (worker.exitCode() != 0) {
                        return Optional.of(blame(rank));
                    }
                } else if (worker.secondsSilent() > timeoutSeconds) {
                    return Optional.of(new Failure(
                            "training worker " + rank + " said nothing for " + timeoutSeconds + " seconds."));
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
        for (WorkerProcess worker : workers) {
            if (!worker.ended()) {
                worker.await(LOOK_EVERY_MILLISECONDS);
                return;
            }
        }
    }

    /** The first that failed by itself, not because it lost another. */
    private Failure blame(int failed) throws IOException, InterruptedException {
        int guilty = failed;
        for (int rank = workers.size() - 1; rank >= 0; rank--) {
            WorkerProcess worker = workers.get(rank);
            if (worker.ended() && worker.exitCode() != 0 && worker.exitCode() != Worker.LOST_PEER) {
                guilty = rank;
            }
        }
        WorkerProcess worker = workers.get(guilty);
        return new Failure("training worker " + guilty + " ended with exit code " + worker.exitCode()
                + " before it was done. Its last words, from " + worker.log() + ":\n" + worker.lastWords());
    }

    private void askAll() {
        workers.forEach(WorkerProcess::ask);
        try {
            for (WorkerProcess worker : workers) {
                worker.await(GRACE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.forEach(WorkerProcess::kill);
    }

    @Override
    public void close() throws InterruptedException {
        workers.forEach(WorkerProcess::kill);
        for (WorkerProcess worker : workers) {
            worker.await(GRACE_MILLISECONDS);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException e) {
            assert e.getMessage() != null : "this process is ending and runs the guard itself";
        }
    }
}
