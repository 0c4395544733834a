/**
 * Rows of integers in files, sorted by their first columns, the keys: what memory does not hold of an estimation.
 *
 * <p>A row is a byte with the number of keys that are those of the row before, the other keys and counts as integers of 7 bits a
 * byte, the lowest first, and other columns in 32 bits, little endian. Every file is read once and then gone.
 */
@NullMarked
package dev.ayatori.corpus.ngram.row;

import org.jspecify.annotations.NullMarked;
