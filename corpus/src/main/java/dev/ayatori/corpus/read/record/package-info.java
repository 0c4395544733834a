/** Records of JSON lines and of Parquet files: one field is the text, others its address, date and metadata. */
@NullMarked
package dev.ayatori.corpus.read.record;

import org.jspecify.annotations.NullMarked;
