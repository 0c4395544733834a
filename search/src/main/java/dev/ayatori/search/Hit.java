package dev.ayatori.search;

/**
 * One exact occurrence of a text in a document.
 *
 * @param document where it stands
 * @param offset first char of the occurrence in the document's text (UTF-16 units)
 * @param before the text just before it
 * @param match the occurrence itself
 * @param after the text just after it
 */
public record Hit(IndexedDocument document, long offset, String before, String match, String after) {}
