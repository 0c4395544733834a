package dev.ayatori.corpus.filter;

/** What one filter says about one text. */
public record Verdict(String filter, String value, String threshold, boolean kept) {}
