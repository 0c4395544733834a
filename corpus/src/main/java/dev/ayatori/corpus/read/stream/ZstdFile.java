package dev.ayatori.corpus.read.stream;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A zstd file as one stream over all its frames. A first skippable frame with the number 0x184D2A5D holds a dictionary
 * for the others, as in WARC files compressed with zstd (IIPC, "Use of Zstandard compression for WARC files").
 */
final class ZstdFile {
    private static final int DICTIONARY = 0x184D2A5D;
    private static final int FRAME = 0xFD2FB528;
    private static final int HEADER = 8;

    private ZstdFile() {}

    static InputStream open(BufferedInputStream in) throws IOException {
        in.mark(HEADER);
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        boolean dictionary = header.remaining() == HEADER && header.getInt(0) == DICTIONARY;
        if (!dictionary) {
            in.reset();
            return new ZstdInputStream(in);
        }
        byte[] bytes = in.readNBytes(header.getInt(4));
        return new ZstdInputStream(in).setDict(isFrame(bytes) ? decompressed(bytes) : bytes);
    }

    private static boolean isFrame(byte[] bytes) {
        return bytes.length >= 4
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == FRAME;
    }

    private static byte[] decompressed(byte[] frame) throws IOException {
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(frame))) {
            return in.readNBytes(Limits.RECORD);
        }
    }
}
