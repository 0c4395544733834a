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
public final class Chunks implements AutoCloseable {
    /** Work on the items from {@code from} up to, not including, {@code to}. */
    public interface Work {
        void run(int from, int to);
    }

    private final int threads;
    private final ExecutorService executor;

    public Chunks(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
    }

    /** How many threads work. */
    public int threads() {
        return threads;
    }

    /** Gives every block of the items to some thread's worker; returns all workers for their results to be added up. */
    public <W extends Work> List<W> work(int items, int block, Supplier<W> workers) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<W> all = new ArrayList<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            W worker = workers.get();
            all.add(worker);
            tasks.add(() -> {
                for (long from = next.getAndIncrement() * (long) block;
                        from < items && !Thread.currentThread().isInterrupted();
                        from = next.getAndIncrement() * (long) block) {
                    worker.run((int) from, (int) Math.min(items, from + block));
                }
                return null;
            });
        }
        all(tasks);
        return all;
    }

    /** Runs all tasks to their end, as many at once as there are threads. */
    public void all(List<Callable<Void>> tasks) throws InterruptedException {
        try {
            for (var done : executor.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a training thread failed", e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
