package dev.ayatori.search.suffix;

/** The ranks [first, end) of the suffixes that begin with one text. */
public record SuffixRange(long first, long end) {
    /** How many suffixes begin with it. */
    public long size() {
        return end - first;
    }
}
