package dev.ayatori.corpus.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns bytes into text: a byte order mark, then the declared encoding, then what the bytes are valid in. */
public final class TextDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    private TextDecoder() {}

    /**
     * Decodes plain text, such as a source file.
     *
     * @param declared the encoding named outside the content, such as by a Content-Type header; empty when unknown
     */
    public static DecodedText decode(byte[] content, String declared) {
        Optional<DecodedText> marked = byMark(content);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> named = CharsetNames.find(declared);
        Optional<DecodedText> asDeclared = named.flatMap(charset -> strict(content, charset));
        return asDeclared
                .or(() -> Charsets.guess(content).flatMap(charset -> strict(content, charset)))
                .orElseGet(() -> lenient(content, named.orElse(StandardCharsets.UTF_8)));
    }

    /** Decodes an HTML page, which may name its encoding in its first bytes. */
    static DecodedText decodeHtml(byte[] html, String declared) {
        return decode(html, declared.isBlank() ? CharsetNames.inHtml(html) : declared);
    }

    private static Optional<DecodedText> byMark(byte[] content) {
        return Stream.of(
                        new Mark(StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
                        new Mark(StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF}),
                        new Mark(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}))
                .filter(mark -> mark.begins(content))
                .findFirst()
                .map(mark -> lenient(Arrays.copyOfRange(content, mark.bytes().length, content.length), mark.charset()));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Mark(Charset charset, byte[] bytes) {
        boolean begins(byte[] content) {
            return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    /** The text, or empty when some bytes have no meaning in the encoding. */
    static Optional<DecodedText> strict(byte[] content, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(new DecodedText(text, charset.name(), 0));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static DecodedText lenient(byte[] content, Charset charset) {
        String text = new String(content, charset);
        long malformed = text.chars().filter(each -> each == REPLACEMENT).count();
        return new DecodedText(text, charset.name(), (int) malformed);
    }
}
