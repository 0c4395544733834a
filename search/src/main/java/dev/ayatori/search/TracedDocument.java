package dev.ayatori.search;

import java.util.List;

/**
 * A document that holds a span of the answer, and when training read it.
 *
 * @param document the document
 * @param offset first char of the span in the document's text (UTF-16 units)
 * @param before the text just before it
 * @param after the text just after it
 * @param steps the pre-training steps that learned from some part of the document, rising; empty for a held-out document and
 *     for one that training never reached
 */
public record TracedDocument(IndexedDocument document, long offset, String before, String after, List<Integer> steps) {
    /** Copies the list. */
    public TracedDocument {
        steps = List.copyOf(steps);
    }
}
