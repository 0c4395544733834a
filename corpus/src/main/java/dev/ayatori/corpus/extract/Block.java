package dev.ayatori.corpus.extract;

/**
 * A run of text of one page between two block boundaries, with the decision on it.
 *
 * @param path place in the document tree, such as {@code body/main/p[3]}
 * @param text its text as it stands in the page, white space collapsed except in preformatted blocks
 * @param dropped why it was left out, such as {@code link density 0.91 > 0.50}; empty when it was kept
 */
public record Block(String path, String text, String dropped) {
    public boolean kept() {
        return dropped.isEmpty();
    }
}
