package dev.ayatori.corpus.filter.rule;

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

    /** Less than this: the next smaller number is the largest that holds. */
    public static Bounds below(double end) {
        return atMost(Math.nextDown(end));
    }

    /** Reads an interval as {@link #text} writes it. */
    public static Bounds parse(String text) {
        String bare = text.strip();
        try {
            if (bare.startsWith(">=")) {
                return atLeast(Double.parseDouble(bare.substring(2)));
            } else if (bare.startsWith("<=")) {
                return atMost(Double.parseDouble(bare.substring(2)));
            } else if (bare.startsWith("<")) {
                return below(Double.parseDouble(bare.substring(1)));
            }
            String[] ends = bare.split("\\.\\.(?=\\s)", 2);
            return new Bounds(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "bounds must be written as >= 3, <= 0.2, < 0.33 or 0.3 .. 0.7, but are \"" + text + "\"");
        }
    }

    /** Whether a number lies within. */
    public boolean hold(double value) {
        return value >= minimum && value <= maximum;
    }

    /** The interval as people write it: {@code >= 3}, {@code <= 0.2}, {@code < 0.33}, {@code 0.3 .. 0.7}. */
    public String text() {
        if (maximum == Double.POSITIVE_INFINITY) {
            return ">= " + number(minimum);
        }
        if (minimum == Double.NEGATIVE_INFINITY) {
            double next = Math.nextUp(maximum);
            boolean open =
                    Double.toString(next).length() < Double.toString(maximum).length();
            return open ? "< " + number(next) : "<= " + number(maximum);
        }
        return number(minimum) + " .. " + number(maximum);
    }

    /** A number with at most four decimals, equal on every platform. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
