/** From extracted text to clean text: white space, broken characters, lines that repeat over a whole collection. */
@NullMarked
package dev.ayatori.corpus.clean;

import org.jspecify.annotations.NullMarked;
