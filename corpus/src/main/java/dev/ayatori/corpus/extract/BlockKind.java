package dev.ayatori.corpus.extract;

/** What a block is in the page, which decides how it is set as plain text. */
enum BlockKind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TERM,
    ROW,
    PREFORMATTED
}
