package dev.ayatori.pretrain.meter;

import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.util.Locale;

/**
 * Tells a person and the track how a training goes.
 *
 * <p>Metrics, under the step counted from 1: loss, gradient-norm, learning-rate, tokens-per-second,
 * sequences-per-second, seconds-per-step, model-teraflops-per-second, utilisation (of the measured peak, where there is
 * one), resident-megabytes and peak-resident-megabytes (of the worker that tells), samples and tokens so far; at the first
 * step batch-size (in sequences) and parameters; loss-scale only in f16; validation-loss and validation-perplexity, followed by a slash and the name of the set
 * where there are several.
 */
public final class StepReport {

    private static final double MEGA = 1e6;

    private final Progress progress;
    private final MetricSink metrics;
    private StepWork work = StepWork.UNKNOWN;
    private String validation = "";

    /** A report to a progress line and to metrics. */
    public StepReport(Progress progress, MetricSink metrics) {
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Begins after a step with so many in all. */
    public void start(int step, int steps, StepWork each) {
        work = each;
        metrics.metric("batch-size", step + 1, each.sequences());
        metrics.metric("parameters", step + 1, each.parameters());
        progress.start("training", steps, "steps");
        progress.advance(step);
        if (step > 0) {
            progress.note("goes on after step " + step);
        }
        if (each.peakFlops() > 0) {
            progress.note(format("multiplies matrices at %.1f GFLOP/s at best", each.peakFlops() / 1e9));
        }
    }

    /** One step was done. */
    public void step(int step, StepFigures figures) {
        double perSecond = 1 / figures.seconds();
        double flops = work.flops() * perSecond;
        metrics.metric("loss", step, figures.loss());
        metrics.metric("gradient-norm", step, figures.gradientNorm());
        metrics.metric("learning-rate", step, figures.learningRate());
        if (figures.lossScale() != 1) {
            metrics.metric("loss-scale", step, figures.lossScale());
        }
        metrics.metric("tokens-per-second", step, work.tokens() * perSecond);
        metrics.metric("sequences-per-second", step, work.sequences() * perSecond);
        metrics.metric("seconds-per-step", step, figures.seconds());
        metrics.metric("model-teraflops-per-second", step, flops / 1e12);
        if (work.peakFlops() > 0) {
            metrics.metric("utilisation", step, flops / work.peakFlops());
        }
        metrics.metric("resident-megabytes", step, figures.memory().bytes() / MEGA);
        metrics.metric("peak-resident-megabytes", step, figures.memory().peak() / MEGA);
        metrics.metric("samples", step, (double) step * work.sequences());
        metrics.metric("tokens", step, (double) step * work.tokens());
        progress.status(line(figures, flops));
        progress.advance(1);
    }

    private String line(StepFigures figures, double flops) {
        String share = work.peakFlops() > 0 ? format(" (%.0f%% of peak)", 100 * flops / work.peakFlops()) : "";
        return format(
                "loss %.3f%s  rate %.2e  gradient %.2f  %,.0f tokens/s  %.1f GFLOP/s%s  %,.0f MB (peak %,.0f)",
                figures.loss(),
                validation,
                figures.learningRate(),
                figures.gradientNorm(),
                work.tokens() / figures.seconds(),
                flops / 1e9,
                share,
                figures.memory().bytes() / MEGA,
                figures.memory().peak() / MEGA);
    }

    /** The loss after a step on a validation set, or on all of them where the name is empty. */
    public void validation(int step, String set, double loss) {
        String suffix = set.isEmpty() ? "" : "/" + set;
        double perplexity = StrictMath.exp(loss);
        metrics.metric("validation-loss" + suffix, step, loss);
        metrics.metric("validation-perplexity" + suffix, step, perplexity);
        if (set.isEmpty()) {
            validation = format("  validation %.3f (perplexity %.1f)", loss, perplexity);
        }
        progress.note(format(
                "step %d: validation loss%s %.4f, perplexity %.2f", step, suffix.replace('/', ' '), loss, perplexity));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
