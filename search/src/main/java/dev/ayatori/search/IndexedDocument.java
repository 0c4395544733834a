package dev.ayatori.search;

import java.util.List;

/**
 * A document of the corpus as the index knows it: where it comes from and where training met it.
 *
 * @param id the document's id in the corpus
 * @param title its title, empty when it has none
 * @param uri the page it came from
 * @param collection the collection it belongs to
 * @param licence the licence it is under
 * @param date the date its source states, empty when it states none
 * @param language ja, en, code, ...
 * @param heldOut true for a validation document, which training never reads
 * @param file the token file it stands in
 * @param firstToken its first token there, of the first copy where a mix repeats it
 * @param tokens how many tokens it has there
 * @param sequences the training sequences of that file that hold any of them; none of a held-out document
 */
public record IndexedDocument(
        String id,
        String title,
        String uri,
        String collection,
        String licence,
        String date,
        String language,
        boolean heldOut,
        String file,
        long firstToken,
        int tokens,
        List<Long> sequences) {
    /** Copies the list. */
    public IndexedDocument {
        sequences = List.copyOf(sequences);
    }
}
