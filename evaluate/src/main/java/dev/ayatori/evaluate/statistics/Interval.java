package dev.ayatori.evaluate.statistics;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {

    /** Checks the order of the bounds. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval must not be empty, but is " + low + " to " + high);
        }
    }

    /** Whether the value lies within the bounds. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
