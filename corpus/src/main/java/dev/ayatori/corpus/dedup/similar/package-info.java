/** Lines or paragraphs that are nearly the same as one that stands in the corpus before them. */
@NullMarked
package dev.ayatori.corpus.dedup.similar;

import org.jspecify.annotations.NullMarked;
