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
 * <p>A sequence is a document here. {@code documents.parquet} names the place of each: id, split, firstToken, tokens.
 */
@NullMarked
package dev.ayatori.shards;

import org.jspecify.annotations.NullMarked;
