package dev.ayatori.corpus.read.wiki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** The bzip2 streams of a file from the first one on that begins in a part of it. */
final class Bzip2Source implements DumpSource {
    private static final int BUFFER = 1 << 16;
    /** {@code BZh}, a block size, and the magic number that begins every block. */
    private static final int HEADER = 10;

    private static final long BLOCK = 0x314159265359L;

    private final Bytes file;
    private final long end;
    private InputStream stream = InputStream.nullInputStream();
    private long offset;

    Bzip2Source(Path path, long begin, long end) throws IOException {
        this.file = new Bytes(FileChannel.open(path));
        this.end = end;
        this.offset = begin;
        file.seek(begin);
        if (file.toHeader()) {
            begin();
        } else {
            offset = end;
        }
    }

    @Override
    public int read(byte[] target, int at, int length) throws IOException {
        int read = stream.read(target, at, length);
        while (read < 0) {
            if (!file.toHeader()) {
                return -1;
            }
            begin();
            read = stream.read(target, at, length);
        }
        return read;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public boolean isBehind() {
        return offset >= end;
    }

    @Override
    public boolean resume() throws IOException {
        file.seek(offset + 1);
        stream = InputStream.nullInputStream();
        return file.toHeader();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void begin() throws IOException {
        offset = file.position();
        // It must not read on into the next stream: places are counted by stream.
        stream = new BZip2CompressorInputStream(file, false);
    }

    /** The file's bytes one by one. */
    private static final class Bytes extends InputStream {
        private final FileChannel channel;
        private final byte[] buffer = new byte[BUFFER];
        private int from;
        private int to;
        private long bufferEnd;

        Bytes(FileChannel channel) {
            this.channel = channel;
        }

        void seek(long position) {
            from = 0;
            to = 0;
            bufferEnd = position;
        }

        long position() {
            return bufferEnd - (to - from);
        }

        /** Goes on to where a stream begins; false when none does. */
        boolean toHeader() throws IOException {
            while (from < to || fill()) {
                if (buffer[from] == 'B' && isHeader(position())) {
                    return true;
                }
                from++;
            }
            return false;
        }

        private boolean isHeader(long position) throws IOException {
            ByteBuffer start = ByteBuffer.allocate(HEADER);
            if (channel.read(start, position) < HEADER) {
                return false;
            }
            boolean size = start.get(3) >= '1' && start.get(3) <= '9';
            return size && start.get(1) == 'Z' && start.get(2) == 'h' && (start.getLong(2) & 0xFFFFFFFFFFFFL) == BLOCK;
        }

        @Override
        public int read() throws IOException {
            return from < to || fill() ? buffer[from++] & 0xFF : -1;
        }

        private boolean fill() throws IOException {
            int read = channel.read(ByteBuffer.wrap(buffer), bufferEnd);
            from = 0;
            to = Math.max(0, read);
            bufferEnd += to;
            return read > 0;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
