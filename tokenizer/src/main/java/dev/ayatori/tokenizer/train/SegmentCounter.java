package dev.ayatori.tokenizer.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how often each segment occurs in a text, so that later steps look at equal segments once. */
public final class SegmentCounter {
    private static final class Count {
        private long occurrences;
    }

    private final Segmenter segmenter;
    private final Map<String, Count> counts = new HashMap<>();
    private long characters;

    public SegmentCounter(boolean splitDigits) {
        this.segmenter = new Segmenter(splitDigits);
    }

    /** Counts the segments of one more text. */
    public void add(String text) {
        segmenter.segments(text, segment -> {
            counts.computeIfAbsent(segment, ignored -> new Count()).occurrences++;
            characters += segment.codePointCount(0, segment.length());
        });
    }

    /** The number of characters counted so far. */
    public long characters() {
        return characters;
    }

    /** The segments so far, in the order of their UTF-16 characters, each as heavy as its occurrences times the factor. */
    List<WeightedSegment> weighted(long factor) {
        List<WeightedSegment> segments = new ArrayList<>(counts.size());
        counts.forEach((text, count) -> segments.add(new WeightedSegment(text, count.occurrences * factor)));
        segments.sort(WeightedSegment.BY_TEXT);
        return segments;
    }
}
