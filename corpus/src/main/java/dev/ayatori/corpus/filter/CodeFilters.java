package dev.ayatori.corpus.filter;

import java.util.List;

/** Thresholds for source code; the names are those of the filters. */
public record CodeFilters(
        double minimumCharacters,
        double maximumLongestLine,
        double maximumMeanLine,
        double minimumAlphanumeric,
        double minimumCompression) {

    /** The thresholds of The Stack; files that shrink to less than a twentieth are tables of data. */
    public static CodeFilters defaults() {
        return new CodeFilters(100, 1000, 100, 0.25, 0.05);
    }

    List<Filter> filters() {
        return List.of(
                JapaneseText.characters(Bounds.atLeast(minimumCharacters)),
                StackCode.longestLine(Bounds.atMost(maximumLongestLine)),
                StackCode.meanLine(Bounds.atMost(maximumMeanLine)),
                StackCode.alphanumeric(Bounds.atLeast(minimumAlphanumeric)),
                new Compression(Bounds.atLeast(minimumCompression)));
    }
}
