package dev.ayatori.search;

import java.util.List;

/**
 * A part of the answer that stands in the corpus and cannot be made longer.
 *
 * @param from first char in the answer (UTF-16 units)
 * @param to the char after the last
 * @param text the span itself
 * @param occurrences how often it stands in the corpus, training and validation documents together
 * @param expected how often chance alone would put it there, were characters drawn one by one
 * @param documents some of the documents it stands in, those that training read first
 */
public record TracedSpan(
        int from, int to, String text, long occurrences, double expected, List<TracedDocument> documents) {
    /** Copies the list. */
    public TracedSpan {
        documents = List.copyOf(documents);
    }
}
