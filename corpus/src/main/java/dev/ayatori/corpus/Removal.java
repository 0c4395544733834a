package dev.ayatori.corpus;

/**
 * A document that was left out of the corpus, and the decision that did it.
 *
 * @param rule the name of the filter, or {@code exact-duplicate} or {@code near-duplicate}
 * @param value what the rule measured
 * @param threshold what it would have had to be
 * @param duplicateOf the id of the document that was kept instead, or the empty string
 */
public record Removal(Document document, String rule, String value, String threshold, String duplicateOf) {
    /** The same decision on another form of the document. */
    public Removal of(Document changed) {
        return new Removal(changed, rule, value, threshold, duplicateOf);
    }
}
