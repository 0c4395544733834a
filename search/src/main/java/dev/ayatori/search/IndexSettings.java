package dev.ayatori.search;

/**
 * What the index holds.
 *
 * @param fullText whether to write the full text index beside the suffix array
 */
public record IndexSettings(boolean fullText) {
    /** Both. */
    public static IndexSettings defaults() {
        return new IndexSettings(true);
    }
}
