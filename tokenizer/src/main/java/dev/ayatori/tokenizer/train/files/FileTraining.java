package dev.ayatori.tokenizer.train.files;

import dev.ayatori.tokenizer.train.learn.VocabularySettings;

/**
 * A vocabulary to learn from files.
 *
 * @param vocabulary what is wanted
 * @param source the texts
 */
public record FileTraining(VocabularySettings vocabulary, FileSource source) {}
