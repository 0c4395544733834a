package dev.ayatori.pretrain;

import dev.ayatori.tensor.ProcessGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Trainings whose workers are threads of a test. */
final class Ranks {

    private Ranks() {}

    /** Stands for a process that is killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What the first worker hands over, unless all are killed after a step. */
    static Optional<TrainingResult> train(TrainingJob job, int killAfter) {
        Executor threads = task -> Thread.ofPlatform().daemon().start(task);
        List<CompletableFuture<Optional<TrainingResult>>> all = MemoryGroup.of(
                        job.execution().workers())
                .stream()
                .map(group -> CompletableFuture.supplyAsync(() -> train(job, group, killAfter), threads))
                .toList();
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            return all.getFirst().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Optional<TrainingResult> train(TrainingJob job, ProcessGroup group, int killAfter) {
        try (Place place = new Place(job.execution(), group)) {
            return new Training(
                            job,
                            place,
                            event -> {
                                if (event instanceof WorkerEvent.Step done && done.step() == killAfter) {
                                    throw new Killed();
                                }
                            },
                            () -> false)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
