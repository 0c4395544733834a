package dev.ayatori.corpus.filter.rule;

/** What one filter says about one text. */
public record Verdict(String filter, String value, String threshold, boolean kept) {}
