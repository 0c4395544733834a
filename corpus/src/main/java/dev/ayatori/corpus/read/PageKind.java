package dev.ayatori.corpus.read;

/** What the bytes of a page are. */
public enum PageKind {
    /** An HTML page. */
    HTML,
    /** A source file in a programming language. */
    CODE,
    /** Plain text. */
    TEXT
}
