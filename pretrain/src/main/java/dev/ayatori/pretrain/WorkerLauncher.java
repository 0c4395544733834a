package dev.ayatori.pretrain;

import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.io.IOException;

/**
 * Runs a {@link TrainingJob} in a process of its own, so that a native crash leaves this one alive.
 *
 * <p>The job goes into the job's folder as {@code job.json}; the model comes back as {@code model/} there. Metrics are
 * named loss, learning-rate, gradient-norm, tokens-per-second and validation-loss.
 */
public final class WorkerLauncher {

    private final Progress progress;
    private final MetricSink metrics;

    /** A launcher that reports to the given progress line and metrics. */
    public WorkerLauncher(Progress progress, MetricSink metrics) {
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Trains to the end, or from the newest whole checkpoint to the end; an interrupt ends the worker too. */
    public TrainingResult run(TrainingJob job) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("not yet: " + job + progress + metrics);
    }
}
