/** Training, encoding and formats of vocabularies. */
@NullMarked
package dev.ayatori.tokenizer;

import org.jspecify.annotations.NullMarked;
