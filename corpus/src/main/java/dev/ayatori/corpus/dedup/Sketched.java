package dev.ayatori.corpus.dedup;

/**
 * A document as the search for duplicates knows it.
 *
 * @param id the document's id as a number that rises with it
 * @param url hash of its web address
 * @param rank place of its collection in the order of priority
 * @param language number of its language
 * @param bytes length of its text in UTF-8
 */
public record Sketched(long id, long url, int rank, int language, long bytes, Sketch sketch) {
    /** The hash of a web address. */
    public static long urlHash(String uri) {
        return TextHash.of(WebAddress.of(uri).text());
    }

    /** About how much memory the sketch and its keys take. */
    public int weight() {
        return 200 + 8 * sketch.signature().length + 16 * sketch.fingerprints().length;
    }
}
