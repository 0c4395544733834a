package dev.ayatori.corpus.decontaminate;

/** What becomes of a document that holds texts of evaluation sets. */
public enum OverlapAction {
    /** It stays, and tells what it holds. */
    REPORT,
    /** It is removed. */
    REMOVE
}
