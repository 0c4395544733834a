package dev.ayatori.corpus.privacy;

/**
 * Personal data in a text.
 *
 * @param start its first char
 * @param end the char behind it
 */
public record Finding(PersonalKind kind, int start, int end) {}
