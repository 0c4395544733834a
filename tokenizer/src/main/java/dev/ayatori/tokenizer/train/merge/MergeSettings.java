package dev.ayatori.tokenizer.train.merge;

import java.util.List;

/**
 * What decides a merged vocabulary.
 *
 * @param languages the vocabularies to learn, in the order in which they are merged
 * @param vocabularySize ids in all; 0 keeps every piece
 * @param characterCoverage of each language's characters
 * @param seedSize how many substrings each training starts from
 */
public record MergeSettings(
        List<LanguageVocabulary> languages, int vocabularySize, double characterCoverage, int seedSize) {

    /**
     * The vocabulary of one language.
     *
     * @param source the name its texts go by
     * @param vocabularySize how many ids to learn it with
     * @param maximalPieceLength longest piece, in characters
     * @param morphemes whether text is cut into Japanese morphemes for training; pieces then lose the space before them
     */
    public record LanguageVocabulary(String source, int vocabularySize, int maximalPieceLength, boolean morphemes) {}

    public MergeSettings {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages must name at least one language");
        }
        if (vocabularySize != 0 && vocabularySize <= LlmJpLayout.SIZE) {
            throw new IllegalArgumentException("vocabularySize must be 0 or above %d, the symbols and bytes, but is %d"
                    .formatted(LlmJpLayout.SIZE, vocabularySize));
        }
    }
}
