package dev.ayatori.corpus.read.web;

/**
 * One record of a WARC or ARC file.
 *
 * @param type {@code response}, {@code resource}, {@code conversion}, or any other for what is no page
 * @param uri address it was captured at
 * @param date day of the capture, {@code yyyy-MM-dd}, empty when unknown
 * @param contentType of its block
 * @param block its bytes; empty for what is no page
 */
@SuppressWarnings("ArrayRecordComponent") // records are streamed, never compared
record WebRecord(String type, String uri, String date, String contentType, byte[] block) {}
