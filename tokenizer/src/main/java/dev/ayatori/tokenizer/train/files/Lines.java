package dev.ayatori.tokenizer.train.files;

import dev.ayatori.track.AyatoriException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The lines of a file in UTF-8, without their ends; what is no text is refused with its line. */
final class Lines implements Closeable {
    /** Longer lines are no text anybody wrote. */
    private static final int LONGEST = 16 << 20;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int at;
    private int filled;
    private long number;
    private String line = "";

    Lines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        bytes.reset();
        number++;
        boolean any = false;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    return any && decode();
                }
            }
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            bytes.write(buffer, at, end - at);
            if (bytes.size() > LONGEST) {
                throw wrong("is longer than %,d bytes; is it text? cut it into lines".formatted(LONGEST));
            }
            at = end;
            if (at < filled) {
                at++;
                return decode();
            }
        }
    }

    private boolean decode() {
        try {
            line = decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw wrong("is not UTF-8 (%s); convert the file, for example with iconv".formatted(e.getMessage()));
        }
        if (line.indexOf(0) >= 0) {
            throw wrong("holds the character NUL; is it text?");
        }
        if (line.endsWith("\r")) {
            line = line.substring(0, line.length() - 1);
        }
        return true;
    }

    String line() {
        return line;
    }

    /** The error that this line has something wrong. */
    AyatoriException wrong(String what) {
        return new AyatoriException("%s: line %,d %s".formatted(name, number, what));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
