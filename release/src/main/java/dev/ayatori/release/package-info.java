/**
 * The published model: its files in Hugging Face layout, its card, its hashes and the check of all of them.
 *
 * <p>A release folder holds {@code config.json}, {@code generation_config.json} and {@code model.safetensors} (the tuned
 * model), {@code tokenizer.json}, {@code tokenizer.model}, {@code tokenizer_config.json} and
 * {@code special_tokens_map.json}, {@code README.md} (the model card), {@code scores.json},
 * {@code data-manifest.json} (every source with its hash and licence, the content hash of every stage),
 * {@code bill-of-materials.json} (CycloneDX, the software that made it) and {@code hashes.json}: for every other file
 * its size and SHA-256. Nothing in it tells a time or a place.
 *
 * <p>A published corpus ({@link dev.ayatori.release.PublishCorpus}) holds {@code data/SPLIT-NNNNN} in Parquet or JSON lines
 * ({@link dev.ayatori.corpus.publish}), {@code corpus.json} (files, counts by collection, language and licence, sources,
 * settings, the funnel), {@code README.md} (its card, which follows from {@code corpus.json} alone) and
 * {@code hashes.json}.
 */
@NullMarked
package dev.ayatori.release;

import org.jspecify.annotations.NullMarked;
