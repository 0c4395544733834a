package dev.ayatori.cli.command;

import dev.ayatori.track.AyatoriException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lines of a file or of standard input, one at a time; those that are no UTF-8 are refused by number. */
public final class TextLines {
    private TextLines() {}

    /** Visits each line; {@code -} is standard input. */
    public static void of(String file, Consumer<String> visitor) {
        try (InputStream in =
                new BufferedInputStream(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    visitor.accept(text(line, file, number++));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            if (line.size() > 0) {
                visitor.accept(text(line, file, number));
            }
        } catch (NoSuchFileException e) {
            throw new AyatoriException(file + " does not exist; check the path", e);
        } catch (IOException e) {
            throw new AyatoriException(file + " cannot be read: " + e + "; correct its path", e);
        }
    }

    private static String text(ByteArrayOutputStream line, String file, long number) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AyatoriException(
                    "line %d of %s is no UTF-8; convert the file first, for example with iconv"
                            .formatted(number, file.equals("-") ? "standard input" : file),
                    e);
        }
    }

    /** An argument of the command line; one that was no UTF-8 is refused. */
    static String argument(String text) {
        if (text.codePoints().anyMatch(c -> c == 0xFFFD || c >= 0xD800 && c <= 0xDFFF)) {
            throw new AyatoriException(
                    "the text on the command line is no UTF-8; check the locale, or give the text with --lines FILE");
        }
        return text;
    }
}
