package dev.ayatori.corpus.read;

/**
 * A page that could not be read inside a source that could.
 *
 * @param reason what is wrong with it, as a sentence
 */
public record Quarantined(String uri, String reason) {}
