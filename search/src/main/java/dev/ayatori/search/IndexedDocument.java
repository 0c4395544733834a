package dev.ayatori.search;

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
 * @param firstToken its first token in the token file of its split
 * @param tokens how many tokens it has there
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
        long firstToken,
        int tokens) {}
