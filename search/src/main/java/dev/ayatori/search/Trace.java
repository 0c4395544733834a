package dev.ayatori.search;

import java.util.BitSet;
import java.util.List;

/**
 * What a text shares with the corpus, word for word: overlap, which does not show that the documents caused the text.
 *
 * @param answer the text that was traced
 * @param spans the longest spans that stand in the corpus, the least likely by chance first
 */
public record Trace(String answer, List<TracedSpan> spans) {
    /** What a reader of a trace must be told. */
    public static final String MEANING = "Overlap with the corpus, word for word. It does not show that these documents"
            + " caused the answer, and a paraphrase is not found.";

    /** Copies the list. */
    public Trace {
        spans = List.copyOf(spans);
    }

    /** The share of the answer's chars that at least one span covers, 0 for an empty answer. */
    public double coverage() {
        BitSet covered = new BitSet(answer.length());
        spans.forEach(span -> covered.set(span.from(), span.to()));
        return answer.isEmpty() ? 0 : (double) covered.cardinality() / answer.length();
    }
}
