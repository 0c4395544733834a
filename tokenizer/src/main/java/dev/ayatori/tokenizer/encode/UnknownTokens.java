package dev.ayatori.tokenizer.encode;

import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.normalise.Utf8;

/**
 * What a character without a piece becomes.
 *
 * @param unknown the id of the unknown symbol, or -1 if there is none
 * @param bytes the ids of the 256 bytes, or nothing
 * @param fused whether unknown characters side by side are one token
 */
@SuppressWarnings("ArrayRecordComponent") // an inner part; nobody compares it
public record UnknownTokens(int unknown, int[] bytes, boolean fused) {
    public UnknownTokens {
        if (bytes.length != 0 && bytes.length != 256) {
            throw new IllegalArgumentException(
                    "there must be ids for all 256 bytes or for none, but are " + bytes.length);
        }
    }

    /** Adds the bytes of one code point, or lets a run of unknown ones be one token. */
    void add(Points text, int at, Tokens out) {
        int start = text.origin(at);
        int end = text.origin(at + 1);
        if (bytes.length > 0) {
            byte[] utf8 = new byte[4];
            int length = Utf8.encode(text.at(at), utf8, 0);
            for (int i = 0; i < length; i++) {
                out.add(bytes[utf8[i] & 0xFF], start, end);
            }
        } else if (unknown < 0) {
            throw new IllegalArgumentException("the vocabulary has neither a piece for '"
                    + Character.toString(text.at(at)) + "' nor bytes nor an unknown symbol");
        } else if (!fused || !out.extendLast(unknown, end)) {
            out.add(unknown, start, end);
        }
    }
}
