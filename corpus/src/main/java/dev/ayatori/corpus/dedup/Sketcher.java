package dev.ayatori.corpus.dedup;

/** Sketches texts; one for each thread. */
public final class Sketcher {
    private final DuplicateSettings settings;
    private final MinHash minHash;

    public Sketcher(DuplicateSettings settings) {
        this.settings = settings;
        this.minHash = new MinHash(settings.hashes());
    }

    /** Sketches a text. */
    public Sketch sketch(String text) {
        return sketch(text, text);
    }

    /**
     * Sketches a text of which only a part counts for similarity.
     *
     * @param telling the text without what it shares with everything around it, such as a licence header
     */
    public Sketch sketch(String text, String telling) {
        Normalised whole = Normalised.of(text);
        Normalised compared = telling.equals(text) ? whole : Normalised.of(telling);
        return new Sketch(
                whole.fingerprint(),
                minHash.signature(shingles(compared)),
                settings.relates() ? Winnowing.fingerprints(compared.letters()) : new long[0]);
    }

    private long[] shingles(Normalised text) {
        return switch (settings.unit()) {
            case CHARACTERS -> Shingles.rolling(text.text(), settings.shingle());
            case WORDS -> Shingles.ofWords(text.text(), settings.shingle());
        };
    }
}
