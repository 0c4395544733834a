package dev.ayatori.corpus.decontaminate;

import java.util.Comparator;

/**
 * A text of an evaluation set in a document.
 *
 * @param item the item whose text it is
 * @param field the field
 * @param score share of the text that n-grams of it cover there
 * @param start where it begins in the document
 * @param end where it ends
 */
public record Overlap(String set, String item, String field, double score, int start, int end) {
    /** The highest score first, then by place and name. */
    public static final Comparator<Overlap> BEST_FIRST = Comparator.comparingDouble(Overlap::score)
            .reversed()
            .thenComparingInt(Overlap::start)
            .thenComparing(Overlap::set)
            .thenComparing(Overlap::item)
            .thenComparing(Overlap::field);
}
