package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a text, plain or gzip. */
final class TextFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;
    private static final int BATCH_LINES = 4_096;
    private static final int BATCH_CHARACTERS = 1 << 19;

    private final Path path;
    private final FileInputStream file;
    private final BufferedReader in;
    private final LongConsumer read;
    private long told;
    private long number;

    /** Opens a file; how many more of its bytes were read is told batch by batch. */
    TextFile(Path path, LongConsumer read) {
        this.path = path;
        this.read = read;
        try {
            file = new FileInputStream(path.toFile());
            InputStream bytes = path.toString().endsWith(".gz") ? new GZIPInputStream(file, BUFFER) : file;
            in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The next line, or null at the end. */
    synchronized @Nullable String next() {
        try {
            String line = in.readLine();
            number++;
            return line;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The next lines, none at the end. */
    synchronized List<String> batch() {
        List<String> lines = new ArrayList<>();
        int characters = 0;
        while (lines.size() < BATCH_LINES && characters < BATCH_CHARACTERS) {
            String line = next();
            if (line == null) {
                break;
            }
            lines.add(line);
            characters += line.length();
        }
        try {
            long position = file.getChannel().position();
            read.accept(position - told);
            told = position;
        } catch (IOException e) {
            throw failed(e);
        }
        return lines;
    }

    /** The number of the last line, from one on. */
    long number() {
        return number;
    }

    private RuntimeException failed(IOException e) {
        return e instanceof CharacterCodingException
                ? new AyatoriException("%s is no UTF-8 after line %d; convert it first, for example with iconv"
                        .formatted(path, number))
                : new AyatoriException("%s cannot be read: %s; correct its path".formatted(path, e.getMessage()), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + path, e);
        }
    }
}
