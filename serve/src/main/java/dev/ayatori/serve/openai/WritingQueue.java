package dev.ayatori.serve.openai;

import dev.ayatori.model.generate.Sampling;
import dev.ayatori.serve.run.TextModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread that writes: requests come first, served first, one at a time. */
final class WritingQueue implements AutoCloseable {
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("writer").factory());

    /** What is to be written. */
    record Task(TextModel model, int[] prompt, Sampling sampling) {}

    /** Queues a task; its events are read from what is returned. */
    Writing submit(Task task) {
        Writing writing = new Writing();
        writer.execute(() -> {
            try {
                if (writing.wanted()) {
                    writing.end(task.model().write(task.prompt(), task.sampling(), writing::text));
                }
            } catch (RuntimeException | Error e) {
                writing.failed(e);
            }
        });
        return writing;
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
