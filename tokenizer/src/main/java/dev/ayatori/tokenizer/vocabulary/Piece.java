package dev.ayatori.tokenizer.vocabulary;

/**
 * One entry of a vocabulary.
 *
 * @param text the piece, with U+2581 for the space
 * @param score natural logarithm of its probability; 0 for everything but {@link PieceKind#NORMAL}
 * @param kind what it stands for
 */
public record Piece(String text, double score, PieceKind kind) {}
