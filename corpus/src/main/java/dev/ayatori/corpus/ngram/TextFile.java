package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private final String name;
    private final Counted counted;
    private final BufferedReader in;
    private final LongConsumer read;
    private long told;
    private long number;

    /** A stream of a name; how many more of its bytes were read is told batch by batch. */
    TextFile(String name, InputStream stream, LongConsumer read) {
        this.name = name;
        this.read = read;
        this.counted = new Counted(stream);
        try {
            InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(counted, BUFFER) : counted;
            in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        } catch (IOException e) {
            throw failed(name, 0, e);
        }
    }

    static TextFile open(Path path, LongConsumer read) {
        try {
            return new TextFile(path.toString(), Files.newInputStream(path), read);
        } catch (IOException e) {
            throw failed(path.toString(), 0, e);
        }
    }

    /** Counts bytes. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            bytes += Math.max(0, read);
            return read;
        }
    }

    /** The next line, or null at the end. */
    synchronized @Nullable String next() {
        try {
            String line = in.readLine();
            number++;
            return line;
        } catch (IOException e) {
            throw failed(name, number, e);
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
        read.accept(counted.bytes - told);
        told = counted.bytes;
        return lines;
    }

    /** The number of the last line, from one on. */
    long number() {
        return number;
    }

    private static RuntimeException failed(String name, long number, IOException e) {
        return e instanceof CharacterCodingException
                ? new AyatoriException("%s is no UTF-8 after line %d; convert it first, for example with iconv"
                        .formatted(name, number))
                : new AyatoriException("%s cannot be read: %s; correct its path".formatted(name, e), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + name, e);
        }
    }
}
