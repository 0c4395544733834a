package dev.ayatori.corpus.page;

/** The content of a page as its source holds it. */
public sealed interface PageContent {
    /**
     * Bytes still to be decoded.
     *
     * @param charset the encoding named outside of them, such as by a Content-Type header; empty when none is
     */
    @SuppressWarnings("ArrayRecordComponent") // pages are streamed, never compared
    record Bytes(byte[] bytes, String charset) implements PageContent {}

    /** Characters as a record holds them. */
    record Text(String text) implements PageContent {}
}
