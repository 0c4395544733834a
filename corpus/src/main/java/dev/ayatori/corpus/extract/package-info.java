/** From the bytes of a web page to its main content as plain text: character encoding, blocks, and which of them are content. */
@NullMarked
package dev.ayatori.corpus.extract;

import org.jspecify.annotations.NullMarked;
