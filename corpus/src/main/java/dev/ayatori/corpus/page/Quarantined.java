package dev.ayatori.corpus.page;

/**
 * A page or record that could not be read inside a file that could, or a file that could not be read on.
 *
 * @param uri its place as one address
 * @param file the input file it stands in
 * @param offset byte at which it begins, counted as in {@link Place#offset}
 * @param reason what is wrong with it, as a sentence
 */
public record Quarantined(String uri, String file, long offset, String reason) {
    /** What stands at this place. */
    public static Quarantined at(Place place, String reason) {
        return new Quarantined(place.text(), place.file(), place.offset(), reason);
    }
}
