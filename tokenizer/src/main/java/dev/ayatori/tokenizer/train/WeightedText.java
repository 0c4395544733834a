package dev.ayatori.tokenizer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The distinct segments of all languages with their weights: the whole text, as far as training is concerned.
 *
 * @param segments in the order of their text
 */
public record WeightedText(List<WeightedSegment> segments) {
    /** The weight of one occurrence in a language whose factor is 1. */
    static final long UNIT = 256;

    public WeightedText {
        segments = List.copyOf(segments);
    }

    /**
     * Adds up the segments of several languages so that each language has its share of all characters.
     *
     * @param counters what was counted in each language
     * @param shares the share of each language; languages without text give theirs to the others
     */
    public static WeightedText of(Map<String, SegmentCounter> counters, Map<String, Double> shares) {
        Map<String, SegmentCounter> sorted = new TreeMap<>(counters);
        long characters = 0;
        double shared = 0;
        for (Map.Entry<String, SegmentCounter> entry : sorted.entrySet()) {
            characters += entry.getValue().characters();
            shared += entry.getValue().characters() == 0 ? 0 : shares.getOrDefault(entry.getKey(), 0.0);
        }
        List<WeightedSegment> all = new ArrayList<>();
        for (Map.Entry<String, SegmentCounter> entry : sorted.entrySet()) {
            double share = shares.getOrDefault(entry.getKey(), 0.0);
            if (share > 0 && entry.getValue().characters() > 0) {
                double factor = share / shared * characters / entry.getValue().characters();
                all.addAll(entry.getValue().weighted(Math.max(1, Math.round(factor * UNIT))));
            }
        }
        all.sort(WeightedSegment.BY_TEXT);
        return new WeightedText(sumEqual(all));
    }

    private static List<WeightedSegment> sumEqual(List<WeightedSegment> sorted) {
        List<WeightedSegment> sums = new ArrayList<>(sorted.size());
        for (WeightedSegment segment : sorted) {
            if (!sums.isEmpty() && sums.getLast().text().equals(segment.text())) {
                WeightedSegment last = sums.removeLast();
                sums.add(new WeightedSegment(last.text(), last.weight() + segment.weight()));
            } else {
                sums.add(segment);
            }
        }
        return sums;
    }
}
