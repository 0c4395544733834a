package dev.ayatori.tokenizer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Work on numbered items by several threads, each with a state of its own; items are taken in blocks as threads come free. */
final class Chunks implements AutoCloseable {
    /** Work on the items from {@code from} up to, not including, {@code to}. */
    interface Work {
        void run(int from, int to);
    }

    /** Items taken at once: enough to make taking cheap, few enough to keep every thread busy to the end. */
    static final int BLOCK = 2048;

    private final int threads;
    private final ExecutorService executor;

    Chunks(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
    }

    /** Gives every block of the items to some thread's worker; returns all workers for their results to be added up. */
    <W extends Work> List<W> work(int items, Supplier<W> workers) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<W> all = new ArrayList<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            W worker = workers.get();
            all.add(worker);
            tasks.add(() -> {
                for (int block = next.getAndIncrement(); block * (long) BLOCK < items; block = next.getAndIncrement()) {
                    worker.run(block * BLOCK, (int) Math.min(items, (block + 1L) * BLOCK));
                }
                return null;
            });
        }
        try {
            for (var done : executor.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a training thread failed: " + e.getCause(), e.getCause());
        }
        return all;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
