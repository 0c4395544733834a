/**
 * Substrings that stand in a corpus more than once, from a least length on, however they are cut into lines.
 *
 * <p>The row of work: {@link dev.ayatori.corpus.dedup.substring.AnchorWriter} writes the anchors of the texts,
 * {@link dev.ayatori.corpus.dedup.substring.Substrings#merge} brings equal ones together,
 * {@link dev.ayatori.corpus.dedup.substring.ContextWriter} writes those that only begin alike with the chars around them,
 * {@link dev.ayatori.corpus.dedup.substring.Substrings#compare} tells which of their windows are copies, and
 * {@link dev.ayatori.corpus.dedup.substring.Copies} hands out the copied stretches of each text.
 */
@NullMarked
package dev.ayatori.corpus.dedup.substring;

import org.jspecify.annotations.NullMarked;
