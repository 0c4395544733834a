package dev.ayatori.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Horizontal bars with their intervals as an SVG picture; the chance level is a dashed line. */
record BarChart(List<Score> bars) {

    private static final int WIDTH = 720;
    private static final int ROW = 30;
    private static final int LEFT = 130;
    private static final int RIGHT = 190;
    private static final int THICKNESS = 16;

    String svg() {
        int height = ROW * bars.size() + 8;
        String rows = IntStream.range(0, bars.size()).mapToObj(this::row).collect(Collectors.joining());
        return HtmlReport.format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\">\n%s%s</svg>\n", WIDTH, height, rows, chance(height));
    }

    private String row(int number) {
        Score bar = bars.get(number);
        int middle = ROW * number + ROW / 2 + 4;
        return HtmlReport.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
                        + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\"/>\n%s"
                        + "<text class=\"figure\" x=\"%d\" y=\"%d\">%s</text>\n",
                LEFT - 10,
                middle + 5,
                HtmlReport.escape(bar.model()),
                colour(bar.model()),
                LEFT,
                middle - THICKNESS / 2,
                place(bar.value()) - LEFT,
                THICKNESS,
                whisker(bar, middle),
                WIDTH - RIGHT + 14,
                middle + 5,
                figure(bar));
    }

    private String whisker(Score bar, int middle) {
        return HtmlReport.format(
                "<path class=\"whisker\" d=\"M%.1f %dv8m0 -4H%.1fm0 -4v8\"/>\n",
                place(bar.low()), middle - 4, place(bar.high()));
    }

    private static String figure(Score bar) {
        return bar.unit().equals("share")
                ? HtmlReport.format("%.1f %% (%.1f–%.1f)", 100 * bar.value(), 100 * bar.low(), 100 * bar.high())
                : HtmlReport.format("%.3f (%.3f–%.3f)", bar.value(), bar.low(), bar.high());
    }

    private String chance(int height) {
        return bars.stream()
                .filter(bar -> bar.model().equals("chance"))
                .findFirst()
                .map(bar -> HtmlReport.format(
                        "<line class=\"chance\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"4\" y2=\"%2$d\"/>\n",
                        place(bar.value()), height - 4))
                .orElse("");
    }

    private double place(double value) {
        double most = bars.stream().mapToDouble(Score::high).max().orElse(1);
        return LEFT + (most <= 0 ? 0 : value / most) * (WIDTH - LEFT - RIGHT);
    }

    private static String colour(String model) {
        if (model.startsWith("kneser-ney")) {
            return "kneser";
        }
        return model.equals("tuned") || model.equals("pretrained") ? model : "plain";
    }
}
