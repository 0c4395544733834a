package dev.ayatori.tokenizer.train.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The segments of one source of text and what each occurrence counts for.
 *
 * @param counts the segments
 * @param factor the weight of one occurrence, in units of 1 / {@link #UNIT}
 */
public record WeightedCounts(SegmentCounts counts, long factor) {
    /** The weight of one occurrence in a source whose factor is 1. */
    public static final long UNIT = 256;

    /** Every occurrence counts for one. */
    public static List<WeightedCounts> plain(Map<String, SegmentCounts> sources) {
        return sources.values().stream()
                .map(counts -> new WeightedCounts(counts, UNIT))
                .toList();
    }

    /**
     * Weighs several sources so that each has its share of all characters.
     *
     * @param sources what was counted in each
     * @param shares the share of each; sources without text give theirs to the others
     */
    public static List<WeightedCounts> of(Map<String, SegmentCounts> sources, Map<String, Double> shares) {
        long characters = 0;
        double shared = 0;
        Map<String, SegmentCounts> sorted = new TreeMap<>(sources);
        sorted.keySet().removeIf(name -> shares.getOrDefault(name, 0.0) <= 0);
        sorted.values().removeIf(counts -> counts.characters() == 0);
        for (Map.Entry<String, SegmentCounts> entry : sorted.entrySet()) {
            characters += entry.getValue().characters();
            shared += shares.getOrDefault(entry.getKey(), 0.0);
        }
        List<WeightedCounts> weighted = new ArrayList<>();
        for (Map.Entry<String, SegmentCounts> entry : sorted.entrySet()) {
            double share = shares.getOrDefault(entry.getKey(), 0.0) / shared;
            double factor = share * characters / entry.getValue().characters();
            weighted.add(new WeightedCounts(entry.getValue(), Math.max(1, Math.round(factor * UNIT))));
        }
        return weighted;
    }
}
