/**
 * LLM-jp's vocabulary: one Unigram for each language, merged, its scores estimated anew on all text, in LLM-jp's layout of
 * ids. {@link dev.ayatori.tokenizer.train.merge.MergeVocabularies} is the stage.
 */
@NullMarked
package dev.ayatori.tokenizer.train.merge;

import org.jspecify.annotations.NullMarked;
