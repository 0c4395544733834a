package dev.ayatori.corpus.page;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One page, source file or record as it stands in a source.
 *
 * @param place where it stands, unique
 * @param uri what the world calls it: the web address where the source gives one, else the place; two captures of one
 *     address share it
 * @param collection the recipe's name for the group of sources it belongs to
 * @param licence SPDX identifier of its source's licence
 * @param date day of its last change or capture, {@code yyyy-MM-dd}, empty when unknown
 * @param title what its source calls it; for a file its name
 * @param kind what its content is
 * @param metadata what else its source says about it; becomes attributes of the document
 */
public record RawPage(
        Place place,
        String uri,
        String collection,
        String licence,
        String date,
        String title,
        PageKind kind,
        PageContent content,
        SortedMap<String, String> metadata) {
    public RawPage {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /** The same page with more metadata; what is said twice is joined by commas. */
    public RawPage withMetadata(SortedMap<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new TreeMap<>(metadata);
        more.forEach((name, value) -> all.merge(name, value, (one, other) -> one + ", " + other));
        return new RawPage(place, uri, collection, licence, date, title, kind, content, all);
    }
}
