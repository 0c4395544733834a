package dev.ayatori.tokenizer.train.merge;

import dev.ayatori.tokenizer.train.files.FileSource;

/**
 * Vocabularies to learn from files and to merge.
 *
 * @param settings what is wanted
 * @param source the texts of all languages
 */
public record FileMerge(MergeSettings settings, FileSource source) {}
