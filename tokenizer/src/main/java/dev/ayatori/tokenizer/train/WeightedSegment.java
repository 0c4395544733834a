package dev.ayatori.tokenizer.train;

import java.util.Comparator;

/**
 * A segment of the text and how much it counts.
 *
 * @param text the characters, with U+2581 for spaces
 * @param weight occurrences in units of 1 / {@link WeightedText#UNIT}
 */
record WeightedSegment(String text, long weight) {
    static final Comparator<WeightedSegment> BY_TEXT = Comparator.comparing(WeightedSegment::text);
}
