/**
 * Training of a Unigram vocabulary (Kudo 2018), in the order of its steps: {@link Segmenter} cuts text where no piece may
 * cross, {@link SegmentCounter} counts equal segments once, {@link SeedPieces} takes frequent substrings from a suffix
 * array, {@link ExpectationMaximisation} and {@link Pruning} alternate until few enough pieces are left, and
 * {@link UnigramTrainer} drives them all.
 *
 * <p>The result is a function of the text and the options alone. Counts are integers; probabilities are summed per segment
 * in the order of its characters, turned into integers, and added up as such, so no number of threads and no division
 * of the text can change a bit.
 */
@NullMarked
package dev.ayatori.tokenizer.train;

import org.jspecify.annotations.NullMarked;
