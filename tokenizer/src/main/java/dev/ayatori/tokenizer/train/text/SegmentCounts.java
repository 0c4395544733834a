package dev.ayatori.tokenizer.train.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The segments of a text with their counts.
 *
 * @param runs files that each hold segments in the order of their characters, with their counts
 * @param codePoints how often each character occurs
 * @param characters their sum
 */
public record SegmentCounts(List<Path> runs, Map<Integer, Long> codePoints, long characters) {
    public SegmentCounts {
        runs = List.copyOf(runs);
        codePoints = Map.copyOf(codePoints);
    }

    /** Both together. */
    public SegmentCounts with(SegmentCounts other) {
        List<Path> all = new ArrayList<>(runs);
        all.addAll(other.runs);
        Map<Integer, Long> sums = new TreeMap<>(codePoints);
        other.codePoints.forEach((codePoint, count) -> sums.merge(codePoint, count, Long::sum));
        return new SegmentCounts(all, sums, characters + other.characters);
    }
}
