package dev.ayatori.corpus.read;

/**
 * One page or source file as it stands in a source, not yet decoded.
 *
 * @param uri address that stays the same wherever the run stands, such as {@code maven:g:a:1:javadoc!/a/B.html}
 * @param collection the recipe's name for the group of sources it belongs to
 * @param licence SPDX identifier of its source's licence
 * @param date day of its last change, {@code yyyy-MM-dd}, empty when unknown
 * @param path its path inside the source
 * @param kind what its bytes are
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // pages are streamed, never compared
public record RawPage(
        String uri, String collection, String licence, String date, String path, PageKind kind, byte[] content) {}
