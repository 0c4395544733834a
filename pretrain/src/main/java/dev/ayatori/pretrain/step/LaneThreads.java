package dev.ayatori.pretrain.step;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads that do pieces of work in their order, neighbours at the same time; one alone is the caller's. */
public final class LaneThreads implements AutoCloseable {

    private final int count;
    private final ExecutorService threads;

    /** So many threads. */
    public LaneThreads(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("lane-", 0).factory());
    }

    /** Waits until all work is done; the first failure is thrown. */
    public void run(List<Runnable> work) throws InterruptedException {
        if (count == 1) {
            work.forEach(Runnable::run);
            return;
        }
        List<Callable<Object>> calls = work.stream().map(Executors::callable).toList();
        for (Future<Object> done : threads.invokeAll(calls)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("a lane failed", e.getCause());
            }
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
