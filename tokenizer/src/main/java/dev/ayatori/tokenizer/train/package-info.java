/**
 * Training of vocabularies. What it learns is a function of the text and the options alone: the text is counted into one
 * sorted table whatever its division into files, and all sums are of integers or in a fixed order.
 *
 * <p>Memory is bounded by {@link dev.ayatori.tokenizer.train.Workplace}, not by the text: counts are spilled in sorted runs
 * and merged, and every later step reads the merged table from its file.
 */
@NullMarked
package dev.ayatori.tokenizer.train;

import org.jspecify.annotations.NullMarked;
