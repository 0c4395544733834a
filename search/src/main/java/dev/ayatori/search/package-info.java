/**
 * Full text, any-substring counts and trace over the whole corpus.
 *
 * <p>The index of a run is a folder:
 *
 * <ul>
 *   <li>{@code text.bin}: the UTF-8 text of every document in id order, each ended by the byte 0xFF, which UTF-8 never
 *       contains.
 *   <li>{@code suffixes.bin}: the suffix array of the text over code-point starts: byte offsets into {@code text.bin},
 *       little-endian, each of the smallest number of bytes that holds every offset, then eight zero bytes so that
 *       every entry can be read as one long.
 *   <li>{@code documents.jsonl}: one {@link dev.ayatori.search.IndexedDocument} a line, in id order.
 *   <li>{@code documents.bin}: one row for each document and one final row: two little-endian longs, where its text
 *       begins in {@code text.bin} and its line in {@code documents.jsonl}.
 *   <li>{@code characters.bin}: rows of (code point: int, occurrences: long), little-endian, by rising code point.
 *   <li>{@code lucene/}: the full text index; stored field {@code ordinal} is the row of the document.
 *   <li>{@code order.json}: the order of the training data, which tells the steps that read a document's sequences.
 *   <li>{@code index.json}: format version and the counts that the other files must agree with.
 * </ul>
 */
@NullMarked
package dev.ayatori.search;

import org.jspecify.annotations.NullMarked;
