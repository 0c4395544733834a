package dev.ayatori.tokenizer.pipeline;

import java.util.stream.IntStream;

/**
 * The symbols a tokenizer file wants around a text.
 *
 * @param before ids before it
 * @param after ids after it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
public record Frame(int[] before, int[] after) {
    public static final Frame NONE = new Frame(new int[0], new int[0]);

    /** The ids with the symbols around them. */
    public int[] around(int[] ids) {
        return IntStream.concat(IntStream.concat(IntStream.of(before), IntStream.of(ids)), IntStream.of(after))
                .toArray();
    }
}
