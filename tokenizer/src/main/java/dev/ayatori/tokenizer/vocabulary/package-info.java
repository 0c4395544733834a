/** Pieces with their scores, and the trie that finds them in text. */
@NullMarked
package dev.ayatori.tokenizer.vocabulary;

import org.jspecify.annotations.NullMarked;
