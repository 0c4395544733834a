package dev.ayatori.corpus.read.stream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip file (RFC 1952), one after the other: as a stream it reads the member that {@link #next} moved
 * to, up to its end, where length and CRC-32 are checked.
 *
 * <p>After damage {@link #next} goes on at the next bytes that look like the beginning of a member.
 */
public final class GzipMembers extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final FileChannel file;
    private final byte[] buffer = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int from;
    private int to;
    private long bufferEnd;
    private long offset;
    private boolean inside;
    private boolean damaged;

    private GzipMembers(FileChannel file) {
        this.file = file;
    }

    /** Opens a file before its first member. */
    public static GzipMembers open(Path path) throws IOException {
        return new GzipMembers(FileChannel.open(path));
    }

    /** Where the current member begins in the file. */
    public long offset() {
        return offset;
    }

    /** Moves to the next member; skips what is left of the current one, and after damage to where one may begin. */
    public boolean next() throws IOException {
        if (damaged) {
            return nextAfterDamage();
        }
        byte[] rest = new byte[BUFFER];
        while (inside) {
            if (read(rest, 0, rest.length) < 0) {
                break;
            }
        }
        return begin();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int at, int length) throws IOException {
        if (!inside || length == 0) {
            return inside ? 0 : -1;
        }
        try {
            while (true) {
                int inflated = inflater.inflate(target, at, length);
                if (inflated > 0) {
                    crc.update(target, at, inflated);
                    return inflated;
                }
                if (inflater.finished()) {
                    end();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw damage("it asks for a dictionary");
                }
                from = to;
                if (!fill()) {
                    throw truncated();
                }
                inflater.setInput(buffer, from, to - from);
            }
        } catch (DataFormatException e) {
            throw damage("its deflated bytes are damaged: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }

    private boolean begin() throws IOException {
        int first;
        do {
            if (from == to && !fill()) {
                return false;
            }
            first = buffer[from] & 0xFF;
            from += first == 0 ? 1 : 0;
        } while (first == 0);
        offset = position();
        header();
        inflater.reset();
        inflater.setInput(buffer, from, to - from);
        crc.reset();
        inside = true;
        return true;
    }

    private void header() throws IOException {
        if (octet() != 0x1F || octet() != 0x8B || octet() != 8) {
            throw damage("no gzip member begins here");
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) {
            throw damage("its gzip header has unknown flags");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(octet() | octet() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    }

    private void end() throws IOException {
        inside = false;
        from = to - inflater.getRemaining();
        long expected = word();
        long length = word();
        if (expected != crc.getValue()) {
            throw damage("its CRC-32 is wrong");
        }
        if (length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damage("its length is wrong");
        }
    }

    private boolean nextAfterDamage() throws IOException {
        damaged = false;
        seek(offset + 1);
        while (from < to || fill()) {
            if (buffer[from] == 0x1F && looksLikeMember(position())) {
                return begin();
            }
            from++;
        }
        return false;
    }

    private boolean looksLikeMember(long position) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(4);
        int read = file.read(start, position);
        return read == 4 && start.get(1) == (byte) 0x8B && start.get(2) == 8 && (start.get(3) & RESERVED) == 0;
    }

    private ZipException damage(String reason) {
        inside = false;
        damaged = true;
        return new ZipException(reason);
    }

    private EOFException truncated() {
        inside = false;
        damaged = true;
        return new EOFException("the file ends inside of it");
    }

    private long position() {
        return bufferEnd - (to - from);
    }

    private void seek(long position) {
        from = 0;
        to = 0;
        bufferEnd = position;
    }

    private boolean fill() throws IOException {
        int read = file.read(ByteBuffer.wrap(buffer), bufferEnd);
        from = 0;
        to = Math.max(0, read);
        bufferEnd += to;
        return read > 0;
    }

    private int octet() throws IOException {
        if (from == to && !fill()) {
            throw truncated();
        }
        return buffer[from++] & 0xFF;
    }

    private long word() throws IOException {
        return octet() | (long) octet() << 8 | (long) octet() << 16 | (long) octet() << 24;
    }

    private void skip(int octets) throws IOException {
        for (int i = 0; i < octets; i++) {
            octet();
        }
    }

    private void skipText() throws IOException {
        while (octet() != 0) {
            // up to the NUL that ends it
        }
    }
}
