/** {@code ayatori corpus}: builds a corpus and looks at it, as a whole, beside another, at one document, for others. */
@NullMarked
package dev.ayatori.cli.corpus;

import org.jspecify.annotations.NullMarked;
