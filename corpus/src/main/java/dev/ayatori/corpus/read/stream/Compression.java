package dev.ayatori.corpus.read.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file is compressed, told by its first bytes, whatever its name says. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD,
    BZIP2;

    private static final int SNIFFED = 4;
    private static final int BUFFER = 1 << 16;

    /** The compression of a file. */
    public static Compression of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(SNIFFED));
        }
    }

    private static Compression of(byte[] start) {
        if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            return GZIP;
        }
        if (start.length < SNIFFED) {
            return NONE;
        }
        boolean skippable = (start[0] & 0xF0) == 0x50 && start[1] == 0x2A && start[2] == 0x4D && start[3] == 0x18;
        if (skippable || (start[0] == 0x28 && start[1] == (byte) 0xB5 && start[2] == 0x2F && start[3] == (byte) 0xFD)) {
            return ZSTD;
        }
        return start[0] == 'B' && start[1] == 'Z' && start[2] == 'h' ? BZIP2 : NONE;
    }

    /** Opens a file and gives its decompressed bytes; damage shows as an exception where it stands. */
    public static InputStream open(Path file) throws IOException {
        return switch (of(file)) {
            case NONE -> Files.newInputStream(file);
            case GZIP -> new AllMembers(GzipMembers.open(file));
            case ZSTD -> ZstdFile.open(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            case BZIP2 ->
                new BZip2CompressorInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), true);
        };
    }

    /** The members of a gzip file as one stream. */
    private static final class AllMembers extends InputStream {
        private final GzipMembers members;
        private boolean inside;

        AllMembers(GzipMembers members) {
            this.members = members;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int at, int length) throws IOException {
            while (true) {
                int read = inside ? members.read(target, at, length) : -1;
                if (read >= 0) {
                    return read;
                }
                inside = members.next();
                if (!inside) {
                    return -1;
                }
            }
        }

        @Override
        public void close() throws IOException {
            members.close();
        }
    }
}
