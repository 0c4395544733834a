package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.train.learn.Algorithm;
import dev.ayatori.tokenizer.train.learn.VocabularySettings;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.List;

/**
 * What decides the vocabulary.
 *
 * @param vocabularySize ids in all: 6 symbols, 256 bytes, the rest learned pieces
 * @param characterCoverage share of the characters that get a piece of their own; the rest is written as bytes
 * @param maximalPieceLength longest piece, in characters
 * @param splitDigits whether each digit is a piece of its own
 * @param seedSize how many substrings training starts from
 * @param shrinkingFactor share of the pieces that survive one round of pruning
 * @param subIterations rounds of expectation and maximisation between two prunings
 * @param sampleMegabytes text read at most of each language, in millions of UTF-8 bytes; first documents first
 * @param languages what each language counts for; documents of other languages are not learned from
 */
public record TokenizerSettings(
        int vocabularySize,
        double characterCoverage,
        int maximalPieceLength,
        boolean splitDigits,
        int seedSize,
        double shrinkingFactor,
        int subIterations,
        int sampleMegabytes,
        List<LanguageShare> languages) {

    /**
     * What a language counts for in training.
     *
     * @param language its code, such as ja, en or code
     * @param share weight of its characters beside those of the other languages
     */
    public record LanguageShare(String language, double share) {
        public LanguageShare {
            if (language.isBlank()) {
                throw new IllegalArgumentException("language must be a code such as ja, but is empty");
            }
            if (!(share > 0 && share <= 1_000)) {
                throw new IllegalArgumentException(
                        "share of " + language + " must be above 0 and at most 1000, but is " + share);
            }
        }
    }

    public TokenizerSettings {
        languages = List.copyOf(languages);
        check("vocabularySize", vocabularySize, 300, 1_000_000);
        check("maximalPieceLength", maximalPieceLength, 1, 64);
        check("seedSize", seedSize, vocabularySize, 10_000_000);
        check("subIterations", subIterations, 1, 20);
        check("sampleMegabytes", sampleMegabytes, 1, 400);
        if (!(characterCoverage > 0.9 && characterCoverage <= 1)) {
            throw new IllegalArgumentException(
                    "characterCoverage must be above 0.9 and at most 1, but is " + characterCoverage);
        }
        if (!(shrinkingFactor >= 0.5 && shrinkingFactor <= 0.95)) {
            throw new IllegalArgumentException(
                    "shrinkingFactor must be between 0.5 and 0.95, but is " + shrinkingFactor);
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages must name at least one language");
        }
        if (languages.stream().map(LanguageShare::language).distinct().count() != languages.size()) {
            throw new IllegalArgumentException("languages must name each language once, but are " + languages);
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", but is " + value);
        }
    }

    /** What the trainer is told: Unigram with bytes behind it, text as it is. */
    VocabularySettings vocabulary() {
        return new VocabularySettings(
                Algorithm.UNIGRAM,
                vocabularySize,
                characterCoverage,
                true,
                maximalPieceLength,
                new SegmentRules(splitDigits, true, true, true),
                TextRules.AS_IT_IS,
                Vocabulary.SYMBOLS.subList(3, Vocabulary.SYMBOLS.size()),
                List.of(),
                seedSize,
                shrinkingFactor,
                subIterations);
    }

    /** Half of the weight to Japanese, a quarter each to English and code. */
    public static TokenizerSettings defaults() {
        return new TokenizerSettings(
                8_000,
                0.9995,
                16,
                true,
                200_000,
                0.75,
                2,
                50,
                List.of(new LanguageShare("ja", 0.5), new LanguageShare("en", 0.25), new LanguageShare("code", 0.25)));
    }
}
