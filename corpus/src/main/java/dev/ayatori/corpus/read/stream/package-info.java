/** Compressed files as streams of bytes, lines and gzip members, with the offsets at which they stand. */
@NullMarked
package dev.ayatori.corpus.read.stream;

import org.jspecify.annotations.NullMarked;
