/**
 * Training of byte pair vocabularies, over bytes or over characters: {@link dev.ayatori.tokenizer.train.bpe.BytePairTrainer}
 * merges the most frequent pair of neighbours again and again. The distinct words of the text are held in memory.
 */
@NullMarked
package dev.ayatori.tokenizer.train.bpe;

import org.jspecify.annotations.NullMarked;
