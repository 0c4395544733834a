/**
 * Tables of text and numbers in Parquet files.
 *
 * <p>A table is one file {@code NAME.parquet} or a numbered series {@code NAME-00000.parquet}, {@code NAME-00001.parquet}
 * and so on, cut at a fixed number of rows. Columns are required and of three kinds: text (BYTE_ARRAY annotated
 * STRING), number (INT64), decimal (DOUBLE). Compression is zstd. Nothing of Hadoop leaves this package.
 */
@NullMarked
package dev.ayatori.corpus.table;

import org.jspecify.annotations.NullMarked;
