package dev.ayatori.corpus.filter;

import java.util.List;

/** Thresholds for English and other languages that write spaces; the names are those of the filters. */
public record EnglishFilters(
        double minimumWords,
        double minimumMeanWordLength,
        double maximumMeanWordLength,
        double maximumSymbolsPerWord,
        double maximumNumberedLines,
        double maximumBulletLines,
        double maximumEllipsisLines,
        double minimumAlphabeticWords,
        double minimumStopWords,
        double maximumDuplicateLines,
        double maximumDuplicateParagraphs,
        double maximumDuplicateLineCharacters,
        double maximumTop2Words,
        double maximumTop3Words,
        double maximumTop4Words,
        double minimumCompression,
        double maximumCompression) {

    /**
     * Gopher's thresholds, loosened where short pages of reference manuals are judged as web pages: 30 words (of 50),
     * words of up to 15 characters (of 10), since identifiers are words, repeated lines 60 % (of 30), since every method has its short heads,
     * and 50 % of the characters (of 20), since the first sentence on a method stands in the summary and in the details.
     */
    public static EnglishFilters defaults() {
        return new EnglishFilters(30, 3, 15, 0.1, 0.5, 0.9, 0.3, 0.7, 2, 0.6, 0.6, 0.5, 0.2, 0.18, 0.16, 0.1, 0.8);
    }

    List<Filter> filters() {
        return List.of(
                GopherQuality.words(Bounds.atLeast(minimumWords)),
                GopherQuality.meanWordLength(new Bounds(minimumMeanWordLength, maximumMeanWordLength)),
                GopherQuality.symbols(Bounds.atMost(maximumSymbolsPerWord)),
                Listing.numberedLines(Bounds.atMost(maximumNumberedLines)),
                GopherQuality.bulletLines(Bounds.atMost(maximumBulletLines)),
                GopherQuality.ellipsisLines(Bounds.atMost(maximumEllipsisLines)),
                GopherQuality.alphabeticWords(Bounds.atLeast(minimumAlphabeticWords)),
                GopherQuality.stopWords(Bounds.atLeast(minimumStopWords)),
                GopherRepetition.duplicateLines(Bounds.atMost(maximumDuplicateLines)),
                GopherRepetition.duplicateParagraphs(Bounds.atMost(maximumDuplicateParagraphs)),
                GopherRepetition.duplicateLineCharacters(Bounds.atMost(maximumDuplicateLineCharacters)),
                GopherRepetition.topWords(2, Bounds.atMost(maximumTop2Words)),
                GopherRepetition.topWords(3, Bounds.atMost(maximumTop3Words)),
                GopherRepetition.topWords(4, Bounds.atMost(maximumTop4Words)),
                new Compression(new Bounds(minimumCompression, maximumCompression)));
    }
}
