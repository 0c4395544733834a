/** Which language a text is in, and why. */
@NullMarked
package dev.ayatori.corpus.language;

import org.jspecify.annotations.NullMarked;
