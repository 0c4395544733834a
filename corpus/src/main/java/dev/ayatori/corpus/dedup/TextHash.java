package dev.ayatori.corpus.dedup;

/** Hashes of whole texts over 64 bits, the same on every machine. */
public final class TextHash {
    private TextHash() {}

    /** The hash of a text. */
    public static long of(String text) {
        return of(text, 0);
    }

    /** The hash of a text among those of its kind. */
    public static long of(String text, long kind) {
        long hash = Shingles.mix(kind) + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * Shingles.BASE + text.charAt(i) + 1;
        }
        return Shingles.mix(hash);
    }
}
