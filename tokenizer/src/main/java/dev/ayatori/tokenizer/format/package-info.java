/**
 * The files a vocabulary is kept in.
 *
 * <p>{@code tokenizer.json} (Hugging Face): normalizer Replace of the space by U+2581, no pre-tokenizer, model Unigram with
 * {@code byte_fallback} and {@code unk_id} 0, control symbols as special added tokens, decoder Sequence of Replace,
 * ByteFallback and Fuse. That library looks for every entry of the vocabulary in text, even for {@code <s>} and
 * {@code <0x0A>}; therefore entries that are no learned pieces carry the score -1,000,000, at which no path takes them.
 *
 * <p>{@code tokenizer.model} (SentencePiece): a protobuf message ModelProto with pieces (1), trainer_spec (2) and
 * normalizer_spec (3): identity, no dummy prefix, no removal of spaces, spaces as U+2581.
 */
@NullMarked
package dev.ayatori.tokenizer.format;

import org.jspecify.annotations.NullMarked;
