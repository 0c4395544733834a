package dev.ayatori.shards;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Tokens of many documents behind each other, in Megatron's {@code .bin} and {@code .idx}, read through a memory map.
 *
 * <p>Files may be larger than 2 GB; many threads may read at once. The format stands in the package's documentation.
 */
public final class TokenFile implements AutoCloseable {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena;
    private final MemorySegment bin;
    private final TokenType type;
    private final long tokens;
    /** Place of each document's first token, and at the end the number of tokens. */
    private final long[] starts;

    private TokenFile(Arena arena, Path prefix) {
        this.arena = arena;
        Path index = Path.of(prefix + ".idx");
        MemorySegment idx = map(index, arena);
        Header header = Header.read(idx, index);
        this.type = header.type();
        this.starts = header.starts(idx, index);
        this.tokens = starts[starts.length - 1];
        Path data = Path.of(prefix + ".bin");
        this.bin = map(data, arena);
        expectSize(data, tokens * type.bytes(), bin.byteSize());
    }

    /** Opens {@code prefix.bin} and {@code prefix.idx}. */
    @SuppressWarnings("MustBeClosedChecker") // the file owns the arena and closes it
    public static TokenFile open(Path prefix) {
        Arena arena = Arena.ofShared();
        try {
            return new TokenFile(arena, prefix);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** The number of tokens of all documents. */
    public long tokens() {
        return tokens;
    }

    /** The number of documents. */
    public int documents() {
        return starts.length - 1;
    }

    /** The place of a document's first token; for {@code documents()} itself, the end of the last one. */
    public long documentStart(int document) {
        if (document < 0 || document >= starts.length) {
            throw new IllegalArgumentException(
                    "document must be between 0 and " + documents() + ", but is " + document);
        }
        return starts[document];
    }

    /** The document that holds a token. */
    public int documentAt(long token) {
        if (token < 0 || token >= tokens) {
            throw new IllegalArgumentException("token must be between 0 and " + (tokens - 1) + ", but is " + token);
        }
        int found = Arrays.binarySearch(starts, token + 1); // never of an empty document, which starts where it ends
        while (found > 0 && starts[found - 1] == starts[found]) {
            found--;
        }
        return (found < 0 ? -found - 1 : found) - 1;
    }

    /** The tokens of one document. */
    public int[] document(int document) {
        long first = documentStart(document);
        int[] all = new int[Math.toIntExact(documentStart(document + 1) - first)];
        read(first, all);
        return all;
    }

    /** Fills the array with tokens from the given place on. */
    public void read(long firstToken, int[] into) {
        if (firstToken < 0 || firstToken + into.length > tokens) {
            throw new IllegalArgumentException("tokens " + firstToken + " to " + (firstToken + into.length)
                    + " are asked for, but the file has " + tokens);
        }
        switch (type) {
            case U16 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = bin.get(U16, (firstToken + i) * 2) & 0xFFFF;
                }
            }
            case I32 -> MemorySegment.copy(bin, I32, firstToken * 4, into, 0, into.length);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    private record Header(TokenType type, long sequences, long documents) {
        static Header read(MemorySegment idx, Path file) {
            if (idx.byteSize() < TokenFileWriter.HEADER) {
                throw new AyatoriException(
                        "%s is cut off: %d bytes, but its header alone takes %d; write the shards again"
                                .formatted(file, idx.byteSize(), TokenFileWriter.HEADER));
            }
            byte[] magic = idx.asSlice(0, TokenFileWriter.MAGIC.length()).toArray(ValueLayout.JAVA_BYTE);
            long version = idx.get(I64, 9);
            if (!new String(magic, StandardCharsets.US_ASCII).equals(TokenFileWriter.MAGIC)
                    || version != TokenFileWriter.VERSION) {
                throw new AyatoriException(file + " is no Megatron index of version 1");
            }
            Header header = new Header(
                    TokenType.ofCode(idx.get(ValueLayout.JAVA_BYTE, 17)), idx.get(I64, 18), idx.get(I64, 26));
            long size = TokenFileWriter.HEADER + header.sequences * 12 + header.documents * 8;
            if (header.sequences < 0 || header.documents < 1 || header.documents > Integer.MAX_VALUE) {
                throw new AyatoriException("%s is damaged: it names %d sequences and %d documents"
                        .formatted(file, header.sequences, header.documents));
            }
            expectSize(file, size, idx.byteSize());
            return header;
        }

        long[] starts(MemorySegment idx, Path file) {
            long[] ends = new long[Math.toIntExact(sequences) + 1];
            for (int i = 0; i < sequences; i++) {
                int length = idx.get(I32, TokenFileWriter.HEADER + 4L * i);
                long pointer = idx.get(I64, TokenFileWriter.HEADER + 4 * sequences + 8L * i);
                if (length < 0 || pointer != ends[i] * type.bytes()) {
                    throw new AyatoriException(
                            "%s is damaged: sequence %d has length %d and starts at byte %d instead of %d"
                                    .formatted(file, i, length, pointer, ends[i] * type.bytes()));
                }
                ends[i + 1] = ends[i] + length;
            }
            long[] starts = new long[(int) documents];
            for (int i = 0; i < documents; i++) {
                long sequence = idx.get(I64, TokenFileWriter.HEADER + 12 * sequences + 8L * i);
                if (sequence < 0 || sequence > sequences || (i == documents - 1 && sequence != sequences)) {
                    throw new AyatoriException("%s is damaged: document %d starts at sequence %d of %d"
                            .formatted(file, i, sequence, sequences));
                }
                starts[i] = ends[(int) sequence];
            }
            return starts;
        }
    }

    private static MemorySegment map(Path file, Arena arena) {
        if (!Files.isRegularFile(file)) {
            throw new AyatoriException(file + " is missing; write the shards again");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expectSize(Path file, long expected, long found) {
        if (expected != found) {
            throw new AyatoriException("%s is damaged or cut off: %,d bytes expected, %,d found; write the shards again"
                    .formatted(file, expected, found));
        }
    }
}
