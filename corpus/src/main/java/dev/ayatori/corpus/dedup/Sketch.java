package dev.ayatori.corpus.dedup;

/**
 * What the search for duplicates needs to know of one text; a pure function of the text.
 *
 * @param exact equal for texts equal but for case, width and white space
 * @param signature MinHash signature
 * @param fingerprints winnowed fingerprints, rising; none when nothing is related
 */
@SuppressWarnings("ArrayRecordComponent") // sketches are never compared as a whole
public record Sketch(Fingerprint exact, int[] signature, long[] fingerprints) {
    /** The first 128 bits of a SHA-256. */
    public record Fingerprint(long high, long low) {}
}
