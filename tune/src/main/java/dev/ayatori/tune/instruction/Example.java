package dev.ayatori.tune.instruction;

/**
 * One line of {@code examples.jsonl}: a question, its answer, and the document that says so.
 *
 * @param language {@code ja} or {@code en}
 */
public record Example(String question, String answer, String documentId, String language) {}
