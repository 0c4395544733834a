package dev.ayatori.tokenizer.pipeline;

/**
 * The ids of the symbols with a meaning; -1 where a tokenizer has none.
 *
 * @param unknown stands for what has no piece
 * @param start may stand before a text
 * @param end ends a document
 * @param padding fills batches up
 */
public record Roles(int unknown, int start, int end, int padding) {}
