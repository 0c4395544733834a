package dev.ayatori.shards;

import dev.ayatori.corpus.Split;

/**
 * Where a document's tokens stand.
 *
 * @param id of the document
 * @param split it belongs to
 * @param file name of the token file that holds it, such as {@code train}
 * @param collection it belongs to
 * @param firstToken place of its first token in that file
 * @param tokens how many there are, the closing {@code </s>} among them
 */
public record PlacedDocument(String id, Split split, String file, String collection, long firstToken, int tokens) {
    /** The place after its last token. */
    public long endToken() {
        return firstToken + tokens;
    }
}
