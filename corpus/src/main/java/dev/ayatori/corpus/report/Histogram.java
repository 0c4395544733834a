package dev.ayatori.corpus.report;

import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.corpus.report.AttributeValues.Counts;
import java.util.Arrays;

/**
 * One filter's values as an SVG: kept documents above the line, removed ones below it, the threshold drawn in. Both halves
 * have a scale of their own, or the few removed would not be seen.
 */
final class Histogram {
    private static final int WIDTH = 340;
    /** Room for the counts at the left. */
    private static final int LEFT = 36;

    private static final int UP = 84;
    private static final int DOWN = 44;
    private static final int LABELS = 16;
    private static final int BINS = 44;

    private final AttributeValues values;
    private final double lowest;
    private final double highest;
    private final double low;
    private final double high;
    private final boolean logarithmic;
    /** Half of the way from one whole number to the next, where values are few whole numbers; else nothing. */
    private final double half;

    private final Counts[] bins;

    Histogram(AttributeValues values) {
        this.values = values;
        Bounds bounds = values.key().bounds();
        // what it removed must be seen, however few that are
        double least = Math.min(values.quantile(0.002, Counts::all), values.quantile(0.1, Counts::byIt));
        double most = Math.max(values.quantile(0.998, Counts::all), values.quantile(0.9, Counts::byIt));
        for (double end : new double[] {bounds.minimum(), bounds.maximum()}) {
            if (Double.isFinite(end)) {
                least = Math.min(least, end);
                most = Math.max(most, end);
            }
        }
        this.lowest = least;
        this.highest = most;
        this.logarithmic =
                lowest >= 0 && highest > 1000 && highest > 20 * Math.max(1, values.quantile(0.5, Counts::all));
        this.half = values.whole() && highest - lowest < BINS ? 0.5 : 0;
        double margin = half > 0 ? half : logarithmic ? 0 : (highest - lowest) * 0.03;
        double first = scaled(lowest) - margin;
        double last = Math.max(scaled(highest) + (logarithmic ? 0.05 : margin), first + 1e-9);
        double width = half > 0 ? 1 : widthBetween(bounds, (last - first) / BINS);
        double edge = Double.isFinite(bounds.minimum()) ? bounds.minimum() : bounds.maximum();
        this.low = half > 0 || !Double.isFinite(edge)
                ? first
                : scaled(edge) - width * Math.ceil((scaled(edge) - first) / width);
        this.bins = binned((int) Math.ceil((last - low) / width - 1e-6), width);
        this.high = low + width * bins.length;
    }

    /** About as wide as wished, but so that both thresholds stand between bars. */
    private double widthBetween(Bounds bounds, double wished) {
        double inside = scaled(bounds.maximum()) - scaled(bounds.minimum());
        return Double.isFinite(inside) && inside >= wished ? inside / Math.round(inside / wished) : wished;
    }

    private double scaled(double value) {
        return logarithmic ? StrictMath.log10(1 + Math.max(0, value)) : value;
    }

    private Counts[] binned(int count, double width) {
        Counts[] counted = new Counts[count];
        Arrays.fill(counted, Counts.NONE);
        values.counts().forEach((value, counts) -> {
            int bin = (int) Math.max(0, Math.min(count - 1, Math.floor((scaled(value) - low) / width + 1e-9)));
            // of values cut to three digits, those that went were larger than the largest that may stay
            boolean largest = half == 0 && value == values.key().bounds().maximum();
            int within = largest ? Math.max(0, bin - 1) : bin;
            counted[within] = counted[within].plus(new Counts(counts.kept(), 0, counts.byOthers()));
            counted[bin] = counted[bin].plus(new Counts(0, counts.byIt(), 0));
        });
        return counted;
    }

    private double x(double value) {
        return place(scaled(value));
    }

    private double place(double scaled) {
        return Math.max(0, Math.min(WIDTH, (scaled - low) / (high - low) * WIDTH));
    }

    void write(Html html) {
        int height = UP + DOWN + LABELS;
        html.add(
                "<svg viewBox=\"%d 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                -LEFT, WIDTH + LEFT, height, description());
        outside(html);
        bars(html);
        html.add("<line class=\"axis\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", WIDTH, UP, UP);
        threshold(html, values.key().bounds().minimum(), -half);
        threshold(html, values.key().bounds().maximum(), half);
        labels(html);
        html.raw("</svg>");
    }

    private String description() {
        return "Histogram of " + values.key().filter() + ", which should be "
                + values.key().bounds().text();
    }

    /** The part of the plane whose documents go. */
    private void outside(Html html) {
        Bounds bounds = values.key().bounds();
        if (Double.isFinite(bounds.minimum())) {
            html.add(
                    "<rect class=\"outside\" x=\"0\" y=\"0\" width=\"%.1f\" height=\"%d\"/>",
                    x(bounds.minimum() - half), UP + DOWN);
        }
        if (Double.isFinite(bounds.maximum())) {
            double x = x(bounds.maximum() + half);
            html.add(
                    "<rect class=\"outside\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\"/>",
                    x, WIDTH - x, UP + DOWN);
        }
    }

    private void bars(Html html) {
        long kept = Arrays.stream(bins).mapToLong(Counts::kept).max().orElse(0);
        long removed = Arrays.stream(bins).mapToLong(Counts::removed).max().orElse(0);
        for (int bin = 0; bin < bins.length; bin++) {
            Counts counts = bins[bin];
            if (counts.all() == 0) {
                continue;
            }
            double up = height(counts.kept(), kept) * (UP - 4);
            double down = height(counts.removed(), removed) * (DOWN - 2);
            double byIt = down * counts.byIt() / Math.max(1, counts.removed());
            html.add(
                    "<g><title>%,d kept, %,d removed by it, %,d by other rules</title>",
                    counts.kept(), counts.byIt(), counts.byOthers());
            bar(html, "kept", bin, UP - up, up);
            bar(html, "by-it", bin, UP, byIt);
            bar(html, "by-others", bin, UP + byIt, down - byIt);
            html.raw("</g>");
        }
        counts(html, kept, removed);
    }

    /** Of the tallest bar; roots, so that a few documents are seen beside many. */
    private static double height(long documents, long most) {
        return Math.sqrt(documents / (double) Math.max(1, most));
    }

    private void bar(Html html, String kind, int bin, double y, double height) {
        if (height > 0) {
            double width = (double) WIDTH / bins.length;
            html.add(
                    "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                    kind, bin * width + 0.5, y, width - 1, Math.max(0.75, height));
        }
    }

    /** One end of the bounds, which stands half a bin away from the line where values are few whole numbers. */
    private void threshold(Html html, double end, double away) {
        if (Double.isFinite(end)) {
            double x = x(end + away);
            boolean right = x < WIDTH / 2.0;
            html.add(
                    "<line class=\"threshold\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>"
                            + "<text class=\"threshold\" x=\"%.1f\" y=\"10\" text-anchor=\"%s\">%s</text>",
                    x, x, UP + DOWN, right ? x + 4 : x - 4, right ? "start" : "end", Figures.shortly(end));
        }
    }

    /** How many documents the longest bars stand for. */
    private void counts(Html html, long kept, long removed) {
        html.add(
                "<text x=\"-4\" y=\"10\" text-anchor=\"end\">%s</text><text x=\"-4\" y=\"%d\" text-anchor=\"end\">0</text>"
                        + "<text x=\"-4\" y=\"%d\" text-anchor=\"end\">%s</text>",
                Figures.shortly(kept), UP + 3, UP + DOWN, Figures.shortly(removed));
    }

    private void labels(Html html) {
        int y = UP + DOWN + LABELS - 4;
        double first = lowest < 0 ? low + half : Math.max(0, low + half);
        html.add("<text x=\"%.1f\" y=\"%d\">%s</text>", half > 0 ? 0 : place(first), y, label(first));
        double last = Math.min(high - half, scaled(highest));
        html.add(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"end\">%s</text>",
                half > 0 ? WIDTH : place(last), y, label(last));
        double middle = (low + high) / 2;
        if (half > 0 && middle != Math.rint(middle)) {
            return;
        }
        html.add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", WIDTH / 2, y, label(middle));
    }

    private String label(double scaled) {
        double value = logarithmic ? StrictMath.pow(10, scaled) - 1 : scaled;
        return Figures.shortly(value);
    }
}
