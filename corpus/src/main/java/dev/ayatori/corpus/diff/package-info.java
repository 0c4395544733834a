/** Two corpora side by side: which documents a changed setting removes or brings back. */
@NullMarked
package dev.ayatori.corpus.diff;

import org.jspecify.annotations.NullMarked;
