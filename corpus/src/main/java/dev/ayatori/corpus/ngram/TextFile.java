package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, plain or gzip; a line ends as in any system. */
final class TextFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;
    private static final int LONGEST = Integer.MAX_VALUE - 16;
    private static final int BATCH_LINES = 4_096;
    private static final int BATCH_CHARACTERS = 1 << 19;
    /** What decoding puts where there is no character. */
    private static final char REPLACED = '\uFFFD';

    /** Some editors begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Counted counted;
    private final InputStream in;
    private final LongConsumer read;
    private byte[] buffer = new byte[BUFFER];
    private int place;
    private int end;
    private boolean behindReturn;
    private long told;
    private long number;

    /** A stream of a name; how many more of its bytes were read is told as they are. */
    TextFile(String name, InputStream stream, LongConsumer read) {
        this.name = name;
        this.read = read;
        this.counted = new Counted(stream);
        try {
            in = name.endsWith(".gz") ? new GZIPInputStream(counted, BUFFER) : counted;
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    static TextFile open(Path path, LongConsumer read) {
        try {
            return new TextFile(path.toString(), Files.newInputStream(path), read);
        } catch (IOException e) {
            throw failed(path.toString(), e);
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
        int length = 0;
        while (place + length < end || fill()) {
            byte next = buffer[place + length];
            if (length == 0 && behindReturn && next == '\n') {
                behindReturn = false;
                place++;
            } else if (next == '\n' || next == '\r') {
                String line = line(length);
                behindReturn = next == '\r';
                place++;
                return line;
            } else {
                length++;
            }
        }
        return length == 0 ? null : line(length);
    }

    private String line(int length) {
        number++;
        String line = new String(buffer, place, length, StandardCharsets.UTF_8);
        if (line.indexOf(REPLACED) >= 0
                && !Arrays.equals(
                        line.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(buffer, place, place + length))) {
            throw new AyatoriException(
                    "line %d of %s is no UTF-8; convert it first, for example with iconv".formatted(number, name));
        }
        place += length;
        return number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    /** Reads more behind what was not taken yet; false at the end. */
    private boolean fill() {
        if (end - place == buffer.length) {
            if (buffer.length == LONGEST) {
                throw new AyatoriException("line %d of %s is longer than 2 GB; put line ends between its sentences"
                        .formatted(number + 1, name));
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(LONGEST, buffer.length * 2L));
        } else {
            System.arraycopy(buffer, place, buffer, 0, end - place);
            end -= place;
            place = 0;
        }
        try {
            int more = in.readNBytes(buffer, end, buffer.length - end);
            end += more;
            read.accept(counted.bytes - told);
            told = counted.bytes;
            return more > 0;
        } catch (IOException e) {
            throw failed(name, e);
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
        return lines;
    }

    /** The number of the last line, from one on. */
    long number() {
        return number;
    }

    private static AyatoriException failed(String name, IOException e) {
        String remedy = e instanceof EOFException || e instanceof ZipException
                ? "it was cut off or is no gzip file; make or fetch it again"
                : "correct its path";
        return new AyatoriException("%s cannot be read: %s; %s".formatted(name, e, remedy), e);
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
