package dev.ayatori.corpus.dedup;

/**
 * A document that says what an earlier one says.
 *
 * @param number its number
 * @param original number of the earlier one
 * @param exact whether they are equal but for case, width and white space
 * @param similarity Jaccard similarity of the two
 */
public record Duplicate(int number, int original, boolean exact, double similarity) {}
