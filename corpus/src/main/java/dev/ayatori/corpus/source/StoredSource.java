package dev.ayatori.corpus.source;

import dev.ayatori.track.ContentHasher;

/**
 * One line of the sources artifact's list.
 *
 * @param uri {@code maven:group:artifact:version:classifier} or {@code file:path}
 * @param collection the collection it belongs to
 * @param licence SPDX identifier
 * @param licenceFound where the licence was confirmed, such as the name its POM gives; empty when nowhere
 * @param date day of its newest entry, {@code yyyy-MM-dd}, empty when it has none
 * @param file its name below {@code files/}
 * @param bytes size of the file, or of all files of a folder
 * @param sha256 of the file, or of a folder's sorted names and contents
 * @param reading how its files are read
 */
public record StoredSource(
        String uri,
        String collection,
        String licence,
        String licenceFound,
        String date,
        String file,
        long bytes,
        String sha256,
        ReadSettings reading) {

    void addTo(ContentHasher hasher) {
        hasher.text(uri).text(collection).text(licence).text(date).number(bytes).text(sha256);
        hasher.text(reading.format().name())
                .text(reading.text())
                .text(reading.uri())
                .text(reading.date());
        hasher.text(reading.charset())
                .text(String.join(",", reading.metadata()))
                .text(reading.language());
    }
}
