package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.function.ToDoubleFunction;

/** A filter made of a name, a measure and its bounds. */
record Measured(String name, ToDoubleFunction<TextView> measure, Bounds bounds) implements Filter {
    @Override
    public double measure(TextView text) {
        return measure.applyAsDouble(text);
    }

    /** A share of a whole; of nothing, nothing. */
    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
