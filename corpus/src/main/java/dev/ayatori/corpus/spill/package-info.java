/**
 * Files of the work in progress, so that memory never has to hold a corpus.
 *
 * <p>A record file is a row of zstd blocks of about 128 kB, each the records one after the other (key, length, bytes),
 * then one line per block (first key, first index, offset, compressed and raw length) and the number of blocks and
 * records. A file of longs is just that, sorted. Numbers are little-endian. Every file gets its name when it is whole.
 */
@NullMarked
package dev.ayatori.corpus.spill;

import org.jspecify.annotations.NullMarked;
