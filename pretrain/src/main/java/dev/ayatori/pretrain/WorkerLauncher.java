package dev.ayatori.pretrain;

import dev.ayatori.pretrain.checkpoint.CheckpointFolder;
import dev.ayatori.pretrain.meter.StepReport;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import dev.ayatori.track.launch.ProcessLauncher;
import dev.ayatori.track.launch.ProcessOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs a {@link TrainingJob} in processes of its own, so that a native crash leaves this one alive.
 *
 * <p>The job's folder gets {@code model/}, {@code checkpoints/}, {@code worker.log} and for further workers {@code
 * worker-N.log}, what they printed. Metrics are those of {@link StepReport}. When a worker is lost after a step, all are started again from the
 * last checkpoint, as often as the job allows. Where workers run is up to a {@link ProcessLauncher}; they and this process
 * must see the job's folder under one path.
 */
public final class WorkerLauncher {

    private static final long SCARCE_BYTES = 64L << 20;
    private static final String JOB = "job.json";

    private final Progress progress;
    private final MetricSink metrics;
    private final ProcessLauncher launcher;

    /** A launcher of workers on this machine that reports to the given progress line and metrics. */
    public WorkerLauncher(Progress progress, MetricSink metrics) {
        this(progress, metrics, new LocalProcesses());
    }

    /** The same with workers wherever they are started. */
    public WorkerLauncher(Progress progress, MetricSink metrics, ProcessLauncher launcher) {
        this.progress = progress;
        this.metrics = metrics;
        this.launcher = launcher;
    }

    /** Trains to the end, or from the newest whole checkpoint to the end; an interrupt ends the workers too. */
    public TrainingResult run(TrainingJob job) throws IOException, InterruptedException {
        new CheckpointFolder(Path.of(job.folder(), Training.CHECKPOINTS)).requireModel(Json.canonical(job.shape()));
        progress.note(Capacity.require(job, launcher.onThisMachine()));
        Path folder = Files.createDirectories(Path.of(job.folder())).toAbsolutePath();
        Path file = folder.resolve(JOB);
        Json.write(file, job);
        TrainingResult result = run(job, folder, WorkerCommand.of(file));
        Files.delete(file);
        return result;
    }

    /** Runs a command that speaks as the worker does: the seam for tests. */
    TrainingResult run(TrainingJob job, Path folder, List<String> command) throws IOException, InterruptedException {
        Conversation conversation =
                new Conversation(Path.of(job.folder()), job.plan().steps());
        attempts(conversation, job.execution(), order(folder, command, job.execution()));
        progress.finish();
        return conversation.result();
    }

    /**
     * Starts the worker of another rank than 0 for a training that the program of rank 0 leads, as often as that starts
     * again.
     *
     * @param folder of the job that rank 0 leads, on a file system that both see
     * @param execution as rank 0 was told
     */
    public void follow(Path folder, Execution execution) throws IOException, InterruptedException {
        Path absolute = folder.toAbsolutePath();
        Conversation conversation = new Conversation(absolute, 0);
        conversation.stepped = true; // only rank 0 tells its steps
        attempts(conversation, execution, order(absolute, WorkerCommand.of(absolute.resolve(JOB)), execution));
    }

    private static ProcessOrder order(Path folder, List<String> command, Execution execution) {
        return new ProcessOrder(command, WorkerCommand.environment(), folder, execution.workers());
    }

    private void attempts(Conversation conversation, Execution execution, ProcessOrder order)
            throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            Optional<Workforce.Failure> failure;
            try (Workforce workers =
                    new Workforce(launcher, order, execution.supervision().timeoutSeconds(), conversation::hear)) {
                failure = workers.await();
            }
            if (failure.isEmpty()) {
                return;
            }
            conversation.refusal.ifPresent(text -> {
                throw new AyatoriException(text);
            });
            if (!conversation.stepped || attempt == execution.supervision().restarts()) {
                throw new AyatoriException("the training failed: "
                        + failure.get().text() + scarceDisk(order.folder())
                        + "\nRun again: it goes on from the last checkpoint.");
            }
            progress.note(failure.get().text() + "\nAll workers start again from the last checkpoint (" + (attempt + 1)
                    + " of " + execution.supervision().restarts() + ").");
        }
    }

    /** A worker on a full disk cannot even write down why it ended. */
    private static String scarceDisk(Path folder) {
        long free = folder.toFile().getUsableSpace();
        return free < SCARCE_BYTES ? "\nOnly " + free + " bytes are free on the disk of " + folder + "." : "";
    }

    /** What the workers said so far. */
    private final class Conversation {
        private final Path folder;
        private final int steps;
        private final StepReport report = new StepReport(progress, metrics);
        private Optional<TrainingResult> done = Optional.empty();
        private Optional<String> refusal = Optional.empty();
        private boolean stepped;

        Conversation(Path folder, int steps) {
            this.folder = folder;
            this.steps = steps;
        }

        synchronized void hear(WorkerEvent event) {
            switch (event) {
                case WorkerEvent.Started started -> report.start(started.step(), steps, started.work());
                case WorkerEvent.Step step -> {
                    stepped = true;
                    report.step(step.step(), step.figures());
                }
                case WorkerEvent.Validation validation ->
                    report.validation(validation.step(), validation.set(), validation.loss());
                case WorkerEvent.Note note -> progress.note(note.text());
                case WorkerEvent.Refused refused -> refusal = Optional.of(refused.text());
                case WorkerEvent.Done finished -> done = Optional.of(finished.result());
                case WorkerEvent.Alive _, WorkerEvent.Stopped _ -> {}
            }
        }

        TrainingResult result() {
            if (done.isEmpty()) {
                throw new AyatoriException("the training was asked to end, and its state is written in "
                        + folder.resolve("checkpoints") + ". Run again: it goes on from there.");
            }
            return done.get();
        }
    }
}
