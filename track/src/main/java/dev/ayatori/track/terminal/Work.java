package dev.ayatori.track.terminal;

import java.util.Locale;

/** One piece of work and how its state reads as a line; times in nanoseconds. */
record Work(String what, long total, String unit, long started) {
    private static final double NANOSECONDS = 1e9;

    /** {@code tokenizing  1,200/6,000 documents  20%  300/s  0:16 left}. */
    String line(long done, long now) {
        StringBuilder line = new StringBuilder("  ").append(what).append("  ");
        line.append(total > 0 ? format("%,d/%,d %s  %d%%", done, total, unit, 100 * done / total) : count(done));
        double rate = rate(done, now);
        if (rate > 0) {
            line.append("  ").append(perSecond(rate));
            if (total > done) {
                line.append("  ")
                        .append(clock(Math.round((total - done) / rate)))
                        .append(" left");
            }
        }
        return line.toString();
    }

    /** {@code tokenizing: 6,000 documents in 0:20 (300/s)}. */
    String end(long done, long now) {
        String time = clock(Math.round((now - started) / NANOSECONDS));
        return done == 0
                ? format("  %s: %s", what, time)
                : format("  %s: %s in %s (%s)", what, count(done), time, perSecond(rate(done, now)));
    }

    private String count(long done) {
        return format("%,d %s", done, unit);
    }

    private double rate(long done, long now) {
        return done / Math.max((now - started) / NANOSECONDS, 1e-3);
    }

    private static String perSecond(double rate) {
        return rate >= 10 ? format("%,d/s", Math.round(rate)) : format("%.2f/s", rate);
    }

    private static String clock(long seconds) {
        return seconds >= 3600
                ? format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : format("%d:%02d", seconds / 60, seconds % 60);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
