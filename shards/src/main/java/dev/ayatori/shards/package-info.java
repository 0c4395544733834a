/**
 * Token files and the order of training data.
 *
 * <p>{@code train.bin} and {@code validation.bin} hold the ids of all documents behind each other, little endian, two bytes
 * each (unsigned) where the vocabulary has fewer than 65,500 ids, else four. Each document ends with {@code </s>}. The
 * {@code .idx} beside them is Megatron's:
 *
 * <pre>
 * 9 bytes   "MMIDIDX" and two zero bytes
 * u64       version, 1
 * u8        type of the ids: 8 for u16, 4 for i32
 * u64       number of sequences, s
 * u64       number of document places, d: documents + 1
 * i32 x s   tokens of each sequence
 * i64 x s   first byte of each sequence in the .bin
 * i64 x d   first sequence of each document, and at the end s
 * </pre>
 *
 * <p>A sequence is a document here. {@code documents.parquet} names the place of each: id, split, file, collection,
 * firstToken, tokens. Where the settings divide documents, each part has files of its own: {@code train-NAME}, {@code
 * validation-NAME}.
 *
 * <p>Where the settings ask for a mix ({@link dev.ayatori.corpus.mix}), its folds are files of their own too, {@code
 * train-01} and so on; a document has one row in {@code documents.parquet} for each copy of it and none where it is left
 * out, and {@code mix.json} holds the {@link dev.ayatori.corpus.mix.MixReport}.
 *
 * <p>{@code train.packing}, and so for each training file, where plans were asked for, little endian:
 *
 * <pre>
 * 8 bytes           "AYATPACK"
 * i32               version, 1
 * i32               tokens a sequence holds
 * i32               number of sequences, s
 * i32               number of pieces, p
 * i32 x s           pieces of each sequence
 * (i64, i32) x p    first token and tokens of each piece, by sequence
 * </pre>
 */
@NullMarked
package dev.ayatori.shards;

import org.jspecify.annotations.NullMarked;
