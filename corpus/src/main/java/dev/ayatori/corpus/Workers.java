package dev.ayatori.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A fixed number of threads for work on single documents; results keep the order of the work, whatever ends first. */
final class Workers implements AutoCloseable {
    private static final int WAITING = 64;

    private final ExecutorService threads;
    private final Semaphore room;

    Workers(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.room = new Semaphore(threads + WAITING);
    }

    /** Hands one piece of work over; waits while too much of it is waiting, so that inputs do not pile up in memory. */
    <A, B> Future<B> submit(A input, Function<A, B> work) {
        room.acquireUninterruptibly();
        return threads.submit(() -> {
            try {
                return work.apply(input);
            } finally {
                room.release();
            }
        });
    }

    <A, B> List<B> map(List<A> inputs, Function<A, B> work) throws InterruptedException {
        List<Future<B>> results = new ArrayList<>(inputs.size());
        for (A input : inputs) {
            results.add(submit(input, work));
        }
        return all(results);
    }

    /** The results in order; the first failure in that order is thrown. */
    static <B> List<B> all(List<Future<B>> futures) throws InterruptedException {
        List<B> results = new ArrayList<>(futures.size());
        for (Future<B> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            return failure;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e.getCause());
    }
}
