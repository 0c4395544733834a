package dev.ayatori.pretrain.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Small token files in Megatron's form. */
public final class TokenFiles {

    private TokenFiles() {}

    /** Writes documents of so many tokens, numbered through from 0 and taken modulo 30. */
    public static void write(Path prefix, int... documents) throws IOException {
        int tokens = IntStream.of(documents).sum();
        ByteBuffer bin = ByteBuffer.allocate(tokens * 4).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, tokens).forEach(token -> bin.putInt(token % 30));
        Files.write(Path.of(prefix + ".bin"), bin.array());
        ByteBuffer idx = ByteBuffer.allocate(34 + 20 * documents.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        idx.put("MMIDIDX\0\0".getBytes(StandardCharsets.US_ASCII)).putLong(1).put((byte) 4);
        idx.putLong(documents.length).putLong(documents.length + 1L);
        IntStream.of(documents).forEach(idx::putInt);
        long pointer = 0;
        for (int document : documents) {
            idx.putLong(pointer);
            pointer += document * 4L;
        }
        IntStream.rangeClosed(0, documents.length).forEach(idx::putLong);
        Files.write(Path.of(prefix + ".idx"), idx.array());
    }
}
