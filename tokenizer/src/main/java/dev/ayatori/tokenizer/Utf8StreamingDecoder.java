package dev.ayatori.tokenizer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Keeps the bytes of a character that is not yet whole until the ids that follow complete it. */
final class Utf8StreamingDecoder implements StreamingDecoder {
    private final IntFunction<byte[]> bytesOf;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer pending = ByteBuffer.allocate(0);

    Utf8StreamingDecoder(IntFunction<byte[]> bytesOf) {
        this.bytesOf = bytesOf;
    }

    @Override
    public String next(int id) {
        byte[] bytes = bytesOf.apply(id);
        ByteBuffer in = ByteBuffer.allocate(pending.remaining() + bytes.length)
                .put(pending)
                .put(bytes)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        pending = in;
        return out.flip().toString();
    }

    @Override
    public String finish() {
        CharBuffer out = CharBuffer.allocate(pending.remaining() + 4);
        decoder.decode(pending, out, true);
        decoder.flush(out);
        decoder.reset();
        pending = ByteBuffer.allocate(0);
        return out.flip().toString();
    }
}
