/** Commands of {@code ayatori corpus} that look at a finished corpus as a whole: beside another, without a document, for others. */
@NullMarked
package dev.ayatori.cli.corpus;

import org.jspecify.annotations.NullMarked;
