package dev.ayatori.corpus.dedup;

/**
 * What the search for duplicates needs to know of one text; a pure function of the text.
 *
 * @param exact digits that are equal for texts equal but for case, width and white space
 * @param signature MinHash signature
 * @param fingerprints winnowed fingerprints, rising
 */
@SuppressWarnings("ArrayRecordComponent") // sketches are never compared as a whole
public record Sketch(String exact, int[] signature, long[] fingerprints) {
    /** Sketches a text. */
    public static Sketch of(String text, DuplicateSettings settings) {
        return of(text, text, settings);
    }

    /**
     * Sketches a text of which only a part counts for similarity.
     *
     * @param telling the text without what it shares with everything around it, such as a licence header
     */
    public static Sketch of(String text, String telling, DuplicateSettings settings) {
        Normalised normalised = Normalised.of(telling);
        return new Sketch(
                Normalised.of(text).fingerprint(),
                new MinHash(settings.shingle(), settings.hashes()).signature(normalised.text()),
                Winnowing.fingerprints(normalised.letters()));
    }
}
