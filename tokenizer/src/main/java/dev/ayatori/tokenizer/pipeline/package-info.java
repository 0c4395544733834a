/** The way of a text to its tokens and back, in the parts tokenizer files name. */
@NullMarked
package dev.ayatori.tokenizer.pipeline;

import org.jspecify.annotations.NullMarked;
