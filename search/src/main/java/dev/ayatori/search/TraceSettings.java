package dev.ayatori.search;

/**
 * Which spans a trace shows.
 *
 * @param minimalCharacters spans of fewer code points are left out
 * @param maximalExpected spans that chance alone would put into the corpus more often than this are left out
 * @param maximalSpans at most this many spans, the least likely first
 * @param documentsPerSpan at most this many documents for a span
 */
public record TraceSettings(int minimalCharacters, double maximalExpected, int maximalSpans, int documentsPerSpan) {
    /** Checks the numbers. */
    public TraceSettings {
        require(minimalCharacters >= 1, "minimalCharacters must be at least 1, but is " + minimalCharacters);
        require(maximalExpected > 0, "maximalExpected must be greater than 0, but is " + maximalExpected);
        require(maximalSpans >= 0, "maximalSpans must not be negative, but is " + maximalSpans);
        require(documentsPerSpan >= 0, "documentsPerSpan must not be negative, but is " + documentsPerSpan);
    }

    /** Spans of at least four characters and well above chance, each with up to ten documents. */
    public static TraceSettings defaults() {
        return new TraceSettings(4, 1e-9, 1_000, 10);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
