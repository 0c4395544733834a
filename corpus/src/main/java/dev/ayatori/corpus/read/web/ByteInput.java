package dev.ayatori.corpus.read.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines and blocks of bytes by turns, with the place they stand at. */
final class ByteInput {
    private static final int BUFFER = 1 << 16;
    /** No header line is longer. */
    private static final int LINE = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long base;

    ByteInput(InputStream in) {
        this.in = in;
    }

    /** Bytes before the next one. */
    long offset() {
        return base + from;
    }

    /** Whether nothing follows; passes over line ends before it. */
    boolean atEnd() throws IOException {
        while (from < to || fill()) {
            if (buffer[from] != '\r' && buffer[from] != '\n') {
                return false;
            }
            from++;
        }
        return true;
    }

    /** Whether these ASCII characters follow. */
    boolean follows(String start) throws IOException {
        while (to - from < start.length()) {
            if (!fill()) {
                return false;
            }
        }
        for (int i = 0; i < start.length(); i++) {
            if (buffer[from + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes up to the next line feed as Latin-1, without the line end. */
    String line() throws IOException {
        int searched = 0;
        while (true) {
            for (int i = from + searched; i < to; i++) {
                if (buffer[i] == '\n') {
                    int end = i > from && buffer[i - 1] == '\r' ? i - 1 : i;
                    String line = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
                    from = i + 1;
                    return line;
                }
            }
            searched = to - from;
            if (searched > LINE) {
                throw new IOException("a header line is longer than " + LINE + " bytes");
            }
            if (!fill()) {
                throw new EOFException("the file ends inside a header");
            }
        }
    }

    /** So many bytes. */
    byte[] block(int length) throws IOException {
        byte[] block = new byte[length];
        int have = Math.min(length, to - from);
        System.arraycopy(buffer, from, block, 0, have);
        from += have;
        while (have < length) {
            int read = in.read(block, have, length - have);
            if (read < 0) {
                throw new EOFException("its length should be " + length + " bytes, but only " + have + " follow");
            }
            have += read;
            base += read;
        }
        return block;
    }

    void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (from == to && !fill()) {
                throw new EOFException(
                        "its length should be " + length + " bytes, but only " + (length - left) + " follow");
            }
            int step = (int) Math.min(left, to - from);
            from += step;
            left -= step;
        }
    }

    /** Goes on to the next line that begins with these ASCII characters, which may be this one, or to the end. */
    void passOverLines(String start) throws IOException {
        if (follows(start)) {
            return;
        }
        while (from < to || fill()) {
            if (buffer[from++] == '\n' && follows(start)) {
                return;
            }
        }
    }

    /** Puts the end of a block back, from this place in it on. */
    void putBack(byte[] block, int begin) {
        byte[] joined = Arrays.copyOfRange(block, begin, block.length + to - from);
        System.arraycopy(buffer, from, joined, block.length - begin, to - from);
        base = base + from - (block.length - begin);
        buffer = joined;
        from = 0;
        to = joined.length;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        base += from;
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read > 0;
    }
}
