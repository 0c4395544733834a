package dev.ayatori.corpus.ngram;

/** What a line is a sequence of. */
public enum TextUnit {
    /** Words between white space. */
    WORDS,
    /** Characters; white space between them is written as U+2581. */
    CHARACTERS
}
