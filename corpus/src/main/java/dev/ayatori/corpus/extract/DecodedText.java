package dev.ayatori.corpus.extract;

/**
 * Text with the encoding it was read in.
 *
 * @param text the characters, without byte order mark
 * @param charset canonical name of the encoding
 * @param malformed how many byte sequences had no meaning in it and became U+FFFD
 */
public record DecodedText(String text, String charset, int malformed) {}
