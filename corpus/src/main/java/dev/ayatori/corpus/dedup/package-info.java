/**
 * What documents are compared by: addresses, texts, passages, MinHash, SimHash and rare fingerprints. Who is a copy of whom is
 * decided in {@link dev.ayatori.corpus.dedup.cluster}; copies inside of texts are found in
 * {@link dev.ayatori.corpus.dedup.similar} and {@link dev.ayatori.corpus.dedup.substring}.
 */
@NullMarked
package dev.ayatori.corpus.dedup;

import org.jspecify.annotations.NullMarked;
