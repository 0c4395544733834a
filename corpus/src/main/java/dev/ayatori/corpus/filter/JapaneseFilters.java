package dev.ayatori.corpus.filter;

import java.util.List;

/** Thresholds for Japanese; the names are those of the filters. */
public record JapaneseFilters(
        double minimumCharacters,
        double minimumHiragana,
        double maximumKatakana,
        double maximumMeanSentence,
        double maximumNumberedLines,
        double maximumBulletLines,
        double maximumEllipsisLines,
        double maximumDuplicateLines,
        double maximumDuplicateParagraphs,
        double maximumDuplicateLineCharacters,
        double maximumCharacterRepetition,
        double minimumCompression,
        double maximumCompression) {

    /**
     * The thresholds as published, loosened where short pages of reference manuals are judged as web pages: hiragana 2 %
     * (of 20), since identifiers count as letters, and repeated lines 60 % (of 30), since every method has its short heads,
     * and 50 % of the characters (of 20), since the first sentence on a method stands in the summary and in the details.
     */
    public static JapaneseFilters defaults() {
        return new JapaneseFilters(100, 0.02, 0.5, 250, 0.5, 0.9, 0.3, 0.6, 0.6, 0.5, 0.4, 0.1, 0.85);
    }

    List<Filter> filters() {
        return List.of(
                JapaneseText.characters(Bounds.atLeast(minimumCharacters)),
                JapaneseText.hiragana(Bounds.atLeast(minimumHiragana)),
                JapaneseText.katakana(Bounds.atMost(maximumKatakana)),
                JapaneseText.meanSentence(Bounds.atMost(maximumMeanSentence)),
                Listing.numberedLines(Bounds.atMost(maximumNumberedLines)),
                GopherQuality.bulletLines(Bounds.atMost(maximumBulletLines)),
                GopherQuality.ellipsisLines(Bounds.atMost(maximumEllipsisLines)),
                GopherRepetition.duplicateLines(Bounds.atMost(maximumDuplicateLines)),
                GopherRepetition.duplicateParagraphs(Bounds.atMost(maximumDuplicateParagraphs)),
                GopherRepetition.duplicateLineCharacters(Bounds.atMost(maximumDuplicateLineCharacters)),
                new CharacterRepetition(10, Bounds.atMost(maximumCharacterRepetition)),
                new Compression(new Bounds(minimumCompression, maximumCompression)));
    }
}
