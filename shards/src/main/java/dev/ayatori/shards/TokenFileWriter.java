package dev.ayatori.shards;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes documents behind each other into Megatron's {@code .bin} and, when it is closed, their places into {@code .idx}. */
final class TokenFileWriter implements Closeable {
    static final String MAGIC = "MMIDIDX\0\0";
    static final int HEADER = MAGIC.length() + 8 + 1 + 8 + 8;
    static final long VERSION = 1;

    private final Path index;
    private final TokenType type;
    private final OutputStream out;
    private int[] lengths = new int[1024];
    private int documents;
    private long tokens;

    TokenFileWriter(Path prefix, TokenType type) throws IOException {
        this.index = Path.of(prefix + ".idx");
        this.type = type;
        this.out = new BufferedOutputStream(Files.newOutputStream(Path.of(prefix + ".bin")), 1 << 16);
    }

    /** Adds one document; gives the place of its first token. */
    long write(int[] document) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(document.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int token : document) {
            switch (type) {
                case U16 -> bytes.putShort((short) token);
                case I32 -> bytes.putInt(token);
            }
        }
        out.write(bytes.array());
        if (documents == lengths.length) {
            lengths = Arrays.copyOf(lengths, documents * 2);
        }
        lengths[documents++] = document.length;
        long first = tokens;
        tokens += document.length;
        return first;
    }

    long tokens() {
        return tokens;
    }

    @Override
    public void close() throws IOException {
        out.close();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(index), 1 << 16)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            header.put(MAGIC.getBytes(StandardCharsets.US_ASCII))
                    .putLong(VERSION)
                    .put((byte) type.code())
                    .putLong(documents)
                    .putLong(documents + 1L);
            file.write(header.array());
            for (int i = 0; i < documents; i++) {
                file.write(littleEndian(4).putInt(lengths[i]).array());
            }
            long pointer = 0;
            for (int i = 0; i < documents; i++) {
                file.write(littleEndian(8).putLong(pointer).array());
                pointer += (long) lengths[i] * type.bytes();
            }
            for (long i = 0; i <= documents; i++) {
                file.write(littleEndian(8).putLong(i).array());
            }
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
