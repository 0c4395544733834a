package dev.ayatori.corpus.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The closed interval in which a measured number must lie; either end may be infinite. */
public record Bounds(double minimum, double maximum) {
    /** This much or more. */
    public static Bounds atLeast(double minimum) {
        return new Bounds(minimum, Double.POSITIVE_INFINITY);
    }

    /** This much or less. */
    public static Bounds atMost(double maximum) {
        return new Bounds(Double.NEGATIVE_INFINITY, maximum);
    }

    /** Whether a number lies within. */
    public boolean hold(double value) {
        return value >= minimum && value <= maximum;
    }

    /** The interval as people write it: {@code >= 3}, {@code <= 0.2}, {@code 0.3 .. 0.7}. */
    public String text() {
        if (maximum == Double.POSITIVE_INFINITY) {
            return ">= " + number(minimum);
        }
        return minimum == Double.NEGATIVE_INFINITY
                ? "<= " + number(maximum)
                : number(minimum) + " .. " + number(maximum);
    }

    /** A number with at most four decimals, equal on every platform. */
    public static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
