package dev.ayatori.corpus.dedup;

/** What a shingle is a run of. */
public enum ShingleUnit {
    /** UTF-16 characters of the normalised text; for every language. */
    CHARACTERS,
    /** Words: runs of letters and digits, each kana or Han character a word of its own. */
    WORDS
}
