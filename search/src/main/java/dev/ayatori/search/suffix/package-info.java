/** The suffix array of the corpus: sorting, the file and searches in it. */
@NullMarked
package dev.ayatori.search.suffix;

import org.jspecify.annotations.NullMarked;
