package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.optimize.Anomalies.Reaction;
import java.util.Optional;

/** Judges each step by its loss and gradient norm before it updates the weights: equal numbers, equal verdicts. */
public final class Watch {

    /** So many steps skipped in a row end a training. */
    private static final int SKIPPED_AT_MOST = 10;

    private final Anomalies anomalies;
    private final LossScale.Settings scaling;
    private final boolean scaled;

    /** A watch over a training, whose loss bears a scale where gradients are f16. */
    public Watch(OptimizerSettings settings, boolean scaled) {
        this.anomalies = settings.anomalies();
        this.scaling = settings.lossScale();
        this.scaled = scaled;
    }

    private boolean dynamic() {
        return scaled && scaling.constant() == 0;
    }

    /** Before the first step. */
    public Health first() {
        return Health.first(scaled ? scaling.first() : LossScale.NONE);
    }

    /** What is to be done with a step. */
    public Verdict judge(Health health, double loss, double norm) {
        if (finite(loss, norm)) {
            Optional<String> spike =
                    anomalies.looksForSpikes() ? health.spike(loss, norm, anomalies) : Optional.empty();
            return spike.map(reason -> limited(health, anomalies.onSpike(), reason))
                    .orElse(Verdict.GOOD);
        }
        if (dynamic() && health.scale().yields(scaling)) {
            String reason = "its gradient overflows in f16 with a loss scale of "
                    + health.scale().factor();
            return new Verdict(Reaction.SKIP, reason);
        }
        String reason = "its loss or gradient is not finite";
        if (dynamic() && anomalies.onNonFinite() == Reaction.SKIP) {
            return new Verdict(Reaction.STOP, reason + " with the smallest loss scale");
        }
        return limited(health, anomalies.onNonFinite(), reason);
    }

    private Verdict limited(Health health, Reaction reaction, String reason) {
        if (reaction == Reaction.SKIP && health.skippedInARow() + 1 >= SKIPPED_AT_MOST) {
            return new Verdict(Reaction.STOP, reason + " (" + SKIPPED_AT_MOST + " steps in a row)");
        }
        if (reaction == Reaction.ROLL_BACK && health.rollBacks() == anomalies.rollBacks()) {
            return new Verdict(Reaction.STOP, reason + " (after " + health.rollBacks() + " roll-backs)");
        }
        return new Verdict(reaction, reason);
    }

    /** The health after a step that updated the weights or was skipped, as judged. */
    public Health after(Health health, Verdict verdict, double loss, double norm) {
        boolean finite = finite(loss, norm);
        LossScale next = dynamic() ? health.scale().after(!finite, scaling) : health.scale();
        if (!verdict.updates()) {
            return health.skipped(next);
        }
        Health updated = health.updated(next);
        return anomalies.looksForSpikes() ? updated.seen(loss, norm, anomalies.window()) : updated;
    }

    private static boolean finite(double loss, double norm) {
        return Double.isFinite(loss) && Double.isFinite(norm);
    }
}
