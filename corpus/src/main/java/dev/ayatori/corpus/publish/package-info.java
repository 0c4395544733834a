/**
 * The documents of a published corpus: {@code data/train-00000.parquet} and so on, {@code data/validation-00000.parquet} and
 * so on, in the order of their ids, with the columns of the corpus; or the same as JSON lines in {@code .jsonl.zst}, one
 * object a document with the same names, attributes as an object.
 */
@NullMarked
package dev.ayatori.corpus.publish;

import org.jspecify.annotations.NullMarked;
