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
    private static final int UP = 84;
    private static final int DOWN = 44;
    private static final int LABELS = 16;
    private static final int BINS = 44;

    private final AttributeValues values;
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
        double lowest = Math.min(values.quantile(0.002, Counts::all), values.quantile(0.1, Counts::byIt));
        double highest = Math.max(values.quantile(0.998, Counts::all), values.quantile(0.9, Counts::byIt));
        for (double end : new double[] {bounds.minimum(), bounds.maximum()}) {
            if (Double.isFinite(end)) {
                lowest = Math.min(lowest, end);
                highest = Math.max(highest, end);
            }
        }
        this.logarithmic =
                lowest >= 0 && highest > 1000 && highest > 20 * Math.max(1, values.quantile(0.5, Counts::all));
        this.half = values.whole() && highest - lowest < BINS ? 0.5 : 0;
        double margin = half > 0 ? half : logarithmic ? 0 : (highest - lowest) * 0.03;
        this.low = scaled(lowest) - margin;
        this.high = Math.max(scaled(highest) + (logarithmic ? 0.05 : margin), low + 1e-9);
        this.bins = binned(half > 0 ? (int) Math.round(high - low) : BINS);
    }

    private double scaled(double value) {
        return logarithmic ? StrictMath.log10(1 + Math.max(0, value)) : value;
    }

    private Counts[] binned(int count) {
        Counts[] counted = new Counts[count];
        Arrays.fill(counted, Counts.NONE);
        values.counts().forEach((value, counts) -> {
            double place = (scaled(value) - low) / (high - low) * count;
            int bin = (int) Math.max(0, Math.min(count - 1, Math.floor(place)));
            counted[bin] = counted[bin].plus(counts);
        });
        return counted;
    }

    private double x(double value) {
        return Math.max(0, Math.min(WIDTH, (scaled(value) - low) / (high - low) * WIDTH));
    }

    void write(Html html) {
        int height = UP + DOWN + LABELS;
        html.add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, height, description());
        outside(html);
        bars(html);
        html.add("<line class=\"axis\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", WIDTH, UP, UP);
        threshold(html, values.key().bounds().minimum() - half);
        threshold(html, values.key().bounds().maximum() + half);
        labels(html);
        html.raw("</svg>");
    }

    private String description() {
        return "values of " + values.key().filter() + ", which should be "
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
        double kept =
                Math.max(1, Arrays.stream(bins).mapToLong(Counts::kept).max().orElse(1));
        double removed =
                Math.max(1, Arrays.stream(bins).mapToLong(Counts::removed).max().orElse(1));
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
    }

    /** Of the tallest bar; roots, so that a few documents are seen beside many. */
    private static double height(long documents, double most) {
        return Math.sqrt(documents / most);
    }

    private void bar(Html html, String kind, int bin, double y, double height) {
        if (height > 0) {
            double width = (double) WIDTH / bins.length;
            html.add(
                    "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                    kind, bin * width + 0.5, y, width - 1, Math.max(0.75, height));
        }
    }

    private void threshold(Html html, double end) {
        if (Double.isFinite(end)) {
            html.add(
                    "<line class=\"threshold\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>",
                    x(end), x(end), UP + DOWN);
        }
    }

    private void labels(Html html) {
        int y = UP + DOWN + LABELS - 4;
        html.add("<text x=\"0\" y=\"%d\">%s</text>", y, label(low + half));
        html.add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", WIDTH, y, label(high - half));
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
