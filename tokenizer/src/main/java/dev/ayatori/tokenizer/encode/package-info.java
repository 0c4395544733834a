/** Cuts normalised text into tokens: Unigram by its best path, byte pairs by their merges. */
@NullMarked
package dev.ayatori.tokenizer.encode;

import org.jspecify.annotations.NullMarked;
