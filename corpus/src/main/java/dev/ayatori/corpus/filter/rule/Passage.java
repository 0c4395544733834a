package dev.ayatori.corpus.filter.rule;

/** Chars of a text from one place to before another: what a filter counted, or where it looked. */
public record Passage(int from, int to) {}
