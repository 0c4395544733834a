package dev.ayatori.pretrain;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs a {@link TrainingJob} in processes of its own, so that a native crash leaves this one alive.
 *
 * <p>The job's folder gets {@code model/}, {@code checkpoints/}, {@code worker.log} and for further workers {@code
 * worker-N.log}, what they printed. Metrics are named loss, learning-rate, gradient-norm, tokens-per-second and
 * validation-loss, under the step counted from 1. When a worker is lost after a step, all are started again from the
 * last checkpoint, as often as the job allows.
 */
public final class WorkerLauncher {

    private static final long SCARCE_BYTES = 64L << 20;
    private static final String JOB = "job.json";

    private final Progress progress;
    private final MetricSink metrics;

    /** A launcher that reports to the given progress line and metrics. */
    public WorkerLauncher(Progress progress, MetricSink metrics) {
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Trains to the end, or from the newest whole checkpoint to the end; an interrupt ends the workers too. */
    public TrainingResult run(TrainingJob job) throws IOException, InterruptedException {
        progress.note(Capacity.require(job));
        Path folder = Files.createDirectories(Path.of(job.folder())).toAbsolutePath();
        Path file = folder.resolve(JOB);
        Json.write(file, job);
        TrainingResult result = run(job, folder, WorkerCommand.of(file));
        Files.delete(file);
        return result;
    }

    /** Runs a command that speaks as the worker does: the seam for tests. */
    TrainingResult run(TrainingJob job, Path folder, List<String> command) throws IOException, InterruptedException {
        boolean stepped = false;
        for (int attempt = 0; ; attempt++) {
            Conversation conversation = new Conversation(job);
            Optional<Workforce.Failure> failure;
            try (Workforce workers = new Workforce(command, folder, job.execution(), conversation::hear)) {
                failure = workers.await();
            }
            if (failure.isEmpty()) {
                return conversation.result();
            }
            conversation.refusal.ifPresent(text -> {
                throw new AyatoriException(text);
            });
            stepped |= conversation.stepped;
            if (!stepped || attempt == job.execution().restarts()) {
                throw new AyatoriException("the training failed: "
                        + failure.get().text() + scarceDisk(job) + "\nRun again: it goes on from the last checkpoint.");
            }
            progress.note(failure.get().text() + "\nAll workers start again from the last checkpoint (" + (attempt + 1)
                    + " of " + job.execution().restarts() + ").");
        }
    }

    /** A worker on a full disk cannot even write down why it ended. */
    private static String scarceDisk(TrainingJob job) {
        long free = new File(job.folder()).getUsableSpace();
        return free < SCARCE_BYTES ? "\nOnly " + free + " bytes are free on the disk of " + job.folder() + "." : "";
    }

    /** What the workers of one attempt said so far. */
    private final class Conversation {
        private final TrainingJob job;
        private Optional<TrainingResult> done = Optional.empty();
        private Optional<String> refusal = Optional.empty();
        private boolean stepped;

        Conversation(TrainingJob job) {
            this.job = job;
        }

        synchronized void hear(WorkerEvent event) {
            switch (event) {
                case WorkerEvent.Started started -> {
                    progress.start("training", job.plan().steps(), "steps");
                    progress.advance(started.step());
                    if (started.step() > 0) {
                        progress.note("goes on after step " + started.step());
                    }
                }
                case WorkerEvent.Step step -> {
                    stepped = true;
                    metrics.metric("loss", step.step(), step.loss());
                    metrics.metric("learning-rate", step.step(), step.learningRate());
                    metrics.metric("gradient-norm", step.step(), step.gradientNorm());
                    metrics.metric("tokens-per-second", step.step(), step.tokensPerSecond());
                    progress.advance(1);
                }
                case WorkerEvent.Validation validation -> {
                    String suffix = validation.set().isEmpty() ? "" : "/" + validation.set();
                    double perplexity = StrictMath.exp(validation.loss());
                    metrics.metric("validation-loss" + suffix, validation.step(), validation.loss());
                    metrics.metric("validation-perplexity" + suffix, validation.step(), perplexity);
                    progress.note(String.format(
                            Locale.ROOT,
                            "step %d: validation loss%s %.4f, perplexity %.2f",
                            validation.step(),
                            suffix.replace('/', ' '),
                            validation.loss(),
                            perplexity));
                }
                case WorkerEvent.Note note -> progress.note(note.text());
                case WorkerEvent.Refused refused -> refusal = Optional.of(refused.text());
                case WorkerEvent.Done finished -> done = Optional.of(finished.result());
                case WorkerEvent.Alive _, WorkerEvent.Stopped _ -> {}
            }
        }

        TrainingResult result() {
            if (done.isEmpty()) {
                throw new AyatoriException("the training was asked to end, and its state is written in "
                        + Path.of(job.folder(), "checkpoints") + ". Run again: it goes on from there.");
            }
            progress.finish();
            return done.get();
        }
    }
}
