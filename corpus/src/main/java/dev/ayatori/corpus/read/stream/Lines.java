package dev.ayatori.corpus.read.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream of bytes; what is longer than {@link Limits#RECORD} is passed over without being held. */
public final class Lines {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    /** Place of the buffer in the stream. */
    private long base;

    private int begin;
    private int length;
    private int behind;
    private int filled;
    private long offset;
    private boolean tooLong;

    /** Reads from here on. */
    public Lines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end. */
    public boolean next() throws IOException {
        begin = behind;
        offset = base + begin;
        tooLong = false;
        int end = lineFeed(begin);
        while (end < 0) {
            if (filled - begin > Limits.RECORD) {
                return passOver();
            }
            int searched = filled - begin;
            if (!fill()) {
                length = filled - begin;
                behind = filled;
                return length > 0;
            }
            end = lineFeed(begin + searched);
        }
        length = end - begin;
        behind = end + 1;
        return true;
    }

    /** Where the line begins in the stream. */
    public long offset() {
        return offset;
    }

    /** Array that holds the line, until the next call of {@link #next}. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where the line begins in {@link #bytes}. */
    public int begin() {
        return begin;
    }

    /** Bytes of the line without its line feed. */
    public int length() {
        return length;
    }

    /** Whether the line is longer than any record; it has no bytes then. */
    public boolean tooLong() {
        return tooLong;
    }

    /** Goes on behind the end of the line, holding none of it. */
    private boolean passOver() throws IOException {
        tooLong = true;
        length = 0;
        int end = -1;
        while (end < 0) {
            begin = filled;
            if (base + filled - offset > Limits.ENDLESS) {
                throw new IOException("a line is still not at its end after " + Limits.ENDLESS + " bytes");
            }
            if (!fill()) {
                behind = filled;
                return true;
            }
            end = lineFeed(begin);
        }
        behind = end + 1;
        return true;
    }

    private int lineFeed(int start) {
        for (int i = start; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads on behind what is held from {@link #begin} on. */
    private boolean fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, filled - begin);
            filled -= begin;
            base += begin;
            begin = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }
}
