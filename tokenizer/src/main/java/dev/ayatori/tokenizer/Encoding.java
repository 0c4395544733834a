package dev.ayatori.tokenizer;

/**
 * The ids of a text with their places in it.
 *
 * @param ids the tokens
 * @param starts index of the first UTF-16 character of each token
 * @param ends index after its last one; the byte tokens of one character all name the whole character
 */
@SuppressWarnings("ArrayRecordComponent") // results of an inner loop; nobody compares them
public record Encoding(int[] ids, int[] starts, int[] ends) {
    public Encoding {
        if (ids.length != starts.length || ids.length != ends.length) {
            throw new IllegalArgumentException("ids, starts and ends must be of one length, but are " + ids.length
                    + ", " + starts.length + " and " + ends.length);
        }
    }

    /** The number of tokens. */
    public int size() {
        return ids.length;
    }
}
