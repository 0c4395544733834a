package dev.ayatori.corpus.dedup.cluster;

/** What the search for duplicates says of a document. */
public enum Fate {
    /** It stays. */
    KEPT,
    /** Another with its web address stays. */
    SAME_URL,
    /** Another with its text stays. */
    EXACT,
    /** Another with nearly its text stays. */
    NEAR;

    static Fate of(byte number) {
        return switch (number) {
            case 0 -> KEPT;
            case 1 -> SAME_URL;
            case 2 -> EXACT;
            case 3 -> NEAR;
            default -> throw new IllegalStateException("there is no fate " + number);
        };
    }
}
