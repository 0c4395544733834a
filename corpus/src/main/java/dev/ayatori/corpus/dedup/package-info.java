/** Exact duplicates, near duplicates and clusters of related documents. */
@NullMarked
package dev.ayatori.corpus.dedup;

import org.jspecify.annotations.NullMarked;
