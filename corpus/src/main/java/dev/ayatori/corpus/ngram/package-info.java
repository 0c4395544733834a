/**
 * Language models of n-grams: estimated out of core with modified Kneser-Ney smoothing, kept in ARPA files, asked for the
 * perplexity of texts and of their lines.
 *
 * <p>An ARPA file is text: {@code \data\}, the number of n-grams of each order, and for each order a section {@code \N-grams:} with
 * lines of log10 probability, words and log10 back-off weight (not at the highest order), parted by tabs; then {@code \end\}.
 */
@NullMarked
package dev.ayatori.corpus.ngram;

import org.jspecify.annotations.NullMarked;
