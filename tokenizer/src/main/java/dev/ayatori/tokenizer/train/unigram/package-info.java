/**
 * Training of a Unigram vocabulary (Kudo 2018), in the order of its steps:
 * {@link dev.ayatori.tokenizer.train.unigram.SeedPieces} takes frequent substrings,
 * {@link dev.ayatori.tokenizer.train.unigram.ExpectationMaximisation} and
 * {@link dev.ayatori.tokenizer.train.unigram.Pruning} alternate until few enough pieces are left, and
 * {@link dev.ayatori.tokenizer.train.unigram.UnigramTrainer} drives them all.
 *
 * <p>The text stays in its file and is read once for every step; memory holds the pieces. Probabilities are summed per
 * segment in the order of its characters, turned into integers, and added up as such, so no number of threads can
 * change a bit.
 */
@NullMarked
package dev.ayatori.tokenizer.train.unigram;

import org.jspecify.annotations.NullMarked;
