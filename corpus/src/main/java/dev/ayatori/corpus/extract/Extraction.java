package dev.ayatori.corpus.extract;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The main content of a page.
 *
 * @param title the page's title, empty when it has none
 * @param text headings, paragraphs, lists and tables as plain text, blocks parted by blank lines; may be empty
 * @param charset name of the character encoding the bytes were read in
 * @param language the language the page claims in its {@code lang} attribute, lower case, empty when it claims none
 * @param wishes what its meta elements say about its use: {@code robots} and {@code tdm-reservation}
 * @param blocks every block of the page in order, kept or dropped
 */
public record Extraction(
        String title,
        String text,
        String charset,
        String language,
        SortedMap<String, String> wishes,
        List<Block> blocks) {
    public Extraction {
        wishes = Collections.unmodifiableSortedMap(new TreeMap<>(wishes));
        blocks = List.copyOf(blocks);
    }
}
