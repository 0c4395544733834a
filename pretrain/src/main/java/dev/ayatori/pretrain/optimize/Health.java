package dev.ayatori.pretrain.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a training remembers of its last steps to judge the next one by.
 *
 * @param scale of the next step's loss
 * @param skippedInARow last steps that were skipped
 * @param rollBacks so far
 * @param losses of the last steps that updated the weights, where spikes are looked for
 * @param norms of their gradients
 */
public record Health(LossScale scale, int skippedInARow, int rollBacks, List<Double> losses, List<Double> norms) {

    /** Copies the lists. */
    public Health {
        losses = List.copyOf(losses);
        norms = List.copyOf(norms);
    }

    /** Before the first step. */
    static Health first(LossScale scale) {
        return new Health(scale, 0, 0, List.of(), List.of());
    }

    /** After a step that changed nothing. */
    Health skipped(LossScale next) {
        return new Health(next, skippedInARow + 1, rollBacks, losses, norms);
    }

    /** After a step that updated the weights. */
    Health updated(LossScale next) {
        return new Health(next, 0, rollBacks, losses, norms);
    }

    /** With a loss and a gradient norm in a window of so many. */
    Health seen(double loss, double norm, int window) {
        return new Health(scale, skippedInARow, rollBacks, last(losses, loss, window), last(norms, norm, window));
    }

    /** That of a checkpoint, once gone back to after so many times. */
    public Health rolledBack(int times) {
        return new Health(scale, skippedInARow, times, losses, norms);
    }

    private static List<Double> last(List<Double> values, double next, int window) {
        List<Double> all = new ArrayList<>(values);
        all.add(next);
        return all.subList(Math.max(0, all.size() - window), all.size());
    }

    /** In which way a step is a spike, if it is one. */
    Optional<String> spike(double loss, double norm, Anomalies anomalies) {
        if (losses.size() < anomalies.window()) {
            return Optional.empty();
        }
        return above("loss", loss, losses, anomalies).or(() -> above("gradient norm", norm, norms, anomalies));
    }

    private static Optional<String> above(String what, double value, List<Double> window, Anomalies anomalies) {
        double mean = 0;
        for (double each : window) {
            mean += each / window.size();
        }
        double variance = 0;
        for (double each : window) {
            variance += (each - mean) * (each - mean) / window.size();
        }
        double limit = mean + anomalies.deviations() * StrictMath.sqrt(variance);
        return value <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "its %s %.4g is above %.4g, %s deviations over the mean of %d steps",
                        what,
                        value,
                        limit,
                        anomalies.deviations(),
                        window.size()));
    }
}
