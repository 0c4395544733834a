package dev.ayatori.corpus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Runs tasks on threads of this process. */
public final class LocalEngine implements CorpusEngine {
    private final EngineSettings settings;
    private final ExecutorService threads;

    /** An engine with its own threads. */
    public LocalEngine(EngineSettings settings) {
        this.settings = settings;
        this.threads = Executors.newFixedThreadPool(settings.threads());
    }

    @Override
    public void run(List<? extends Task> tasks, IntConsumer done) throws InterruptedException {
        var completion = new ExecutorCompletionService<Integer>(threads);
        for (int i = 0; i < tasks.size(); i++) {
            completion.submit(numbered(tasks.get(i), i));
        }
        try {
            for (int i = 0; i < tasks.size(); i++) {
                done.accept(completion.take().get());
            }
        } catch (ExecutionException e) {
            close();
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    private static Callable<Integer> numbered(Task task, int number) {
        return () -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            task.run();
            return number;
        };
    }

    private static RuntimeException failure(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case IOException failure -> new UncheckedIOException(failure.getMessage(), failure);
            default -> new IllegalStateException(cause);
        };
    }

    @Override
    public int parallelism() {
        return settings.threads();
    }

    @Override
    public long memoryPerTask() {
        return settings.memoryOrDefault() / settings.threads();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
