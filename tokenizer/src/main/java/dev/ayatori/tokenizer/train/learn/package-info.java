/**
 * A whole training: {@link dev.ayatori.tokenizer.train.learn.VocabularySettings} say what is wanted,
 * {@link dev.ayatori.tokenizer.train.learn.TextSource} gives the text, and
 * {@link dev.ayatori.tokenizer.train.learn.VocabularyTraining} counts it and learns by one of the algorithms.
 */
@NullMarked
package dev.ayatori.tokenizer.train.learn;

import org.jspecify.annotations.NullMarked;
