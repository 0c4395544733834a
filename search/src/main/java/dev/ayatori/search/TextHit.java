package dev.ayatori.search;

/**
 * One document that answers a full text query.
 *
 * @param document the document
 * @param score its BM25 score; comparable within one query only
 * @param offset first char of the excerpt in the document's text (UTF-16 units)
 * @param excerpt the part of the text with the most words of the query
 */
public record TextHit(IndexedDocument document, double score, long offset, String excerpt) {}
