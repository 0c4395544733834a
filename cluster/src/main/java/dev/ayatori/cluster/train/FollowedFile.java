package dev.ayatori.cluster.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** A file that grows, read until whoever writes it has ended. */
final class FollowedFile extends InputStream {
    private static final int LOOK_EVERY_MILLISECONDS = 100;

    private final RandomAccessFile file;
    private final BooleanSupplier ended;

    FollowedFile(Path file, BooleanSupplier ended) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
        this.ended = ended;
    }

    long length() throws IOException {
        return file.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            boolean last = ended.getAsBoolean();
            int read = file.read(bytes, offset, length);
            if (read > 0 || last) {
                return read;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for more of a file");
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
