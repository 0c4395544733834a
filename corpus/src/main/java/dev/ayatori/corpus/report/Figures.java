package dev.ayatori.corpus.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them at a glance. */
final class Figures {
    private static final String[] SIZES = {"bytes", "kB", "MB", "GB", "TB", "PB"};

    private static final Pattern WHOLE = Pattern.compile("(?<![\\w.])\\d{4,18}(?![\\w.])");

    private Figures() {}

    static String bytes(long bytes) {
        double value = bytes;
        int size = 0;
        while (value >= 1000 && size < SIZES.length - 1) {
            value /= 1000;
            size++;
        }
        return size == 0
                ? bytes + " bytes"
                : String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, SIZES[size]);
    }

    static String percent(long part, long whole) {
        double share = whole == 0 ? 0 : 100.0 * part / whole;
        if (part > 0 && share < 0.01) {
            return "< 0.01 %";
        }
        return String.format(
                Locale.ROOT, share < 1 ? "%.2f %%" : share < 99.95 || part == whole ? "%.1f %%" : "%.2f %%", share);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Bounds as a recipe has them, in the signs of print. */
    static String bounds(String text) {
        return WHOLE.matcher(text)
                .replaceAll(number -> count(Long.parseLong(number.group())))
                .replace(">=", "≥")
                .replace("<=", "≤")
                .replace(" .. ", " to ");
    }

    static String shortly(double value) {
        double size = Math.abs(value);
        if (size >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1fM", value / 1_000_000);
        } else if (size >= 10_000) {
            return String.format(Locale.ROOT, "%.0fk", value / 1000);
        } else if (size >= 100 || Math.abs(value - Math.rint(value)) < 0.005 * size) {
            return String.format(Locale.ROOT, "%,.0f", value);
        } else if (size >= 10) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return size < 0.0005 ? "0" : String.format(Locale.ROOT, "%.2f", value);
    }
}
