/**
 * From text to what training reads: {@link dev.ayatori.tokenizer.train.text.SegmentRules} say where no piece may cross,
 * {@link dev.ayatori.tokenizer.train.text.SegmentCounter} counts equal segments once and spills what it cannot hold,
 * {@link dev.ayatori.tokenizer.train.text.Alphabet} chooses the characters, and
 * {@link dev.ayatori.tokenizer.train.text.SegmentTable} holds everything as codes in one file.
 */
@NullMarked
package dev.ayatori.tokenizer.train.text;

import org.jspecify.annotations.NullMarked;
