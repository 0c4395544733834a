/**
 * Language models of n-grams: estimated out of core with modified Kneser-Ney smoothing, kept in ARPA files, asked for the
 * perplexity of texts and of their lines.
 *
 * <p>An ARPA file is text: {@code \data\}, the number of n-grams of each order, and for each order a section {@code \N-grams:} with
 * lines of log10 probability, words and log10 back-off weight (not at the highest order), parted by tabs; then {@code \end\}.
 * What memory does not hold stands in files of rows, sorted by their first columns, the keys: a byte with the number of keys that
 * are those of the row before, the other keys and counts as integers of 7 bits a byte, the lowest first, and other columns in 32
 * bits, little endian.
 */
@NullMarked
package dev.ayatori.corpus.ngram;

import org.jspecify.annotations.NullMarked;
