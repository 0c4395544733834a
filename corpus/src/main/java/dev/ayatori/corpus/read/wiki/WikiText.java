package dev.ayatori.corpus.read.wiki;

/**
 * Wikitext as plain text: what a reader of the article reads as running text, without templates, tables, references,
 * files and categories.
 *
 * <p>Linear in the length of the text: elements and comments first ({@link Elements}), then brackets, each closed by its
 * partner ({@link Brackets}), then lines ({@link WikiLines}). What has no partner loses its brackets and stays.
 */
final class WikiText {
    private WikiText() {}

    /** The plain text: headings and paragraphs on lines of their own, list items with a hyphen. */
    static String plain(String wikitext) {
        String withoutElements = Elements.remove(wikitext);
        String withoutBrackets = new Brackets(withoutElements).plain();
        return WikiLines.plain(withoutBrackets, Elements::restore);
    }
}
