package dev.ayatori.shards;

import java.nio.file.Path;

/** Tokens of many documents behind each other, in Megatron's {@code .bin} and {@code .idx}, read through a memory map. */
public final class TokenFile implements AutoCloseable {

    private TokenFile() {}

    /** Opens {@code prefix.bin} and {@code prefix.idx}. */
    public static TokenFile open(Path prefix) {
        throw new UnsupportedOperationException("not written yet: " + prefix);
    }

    /** The number of tokens of all documents. */
    public long tokens() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The number of documents. */
    public int documents() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The place of a document's first token; for {@code documents()} itself, the end of the last one. */
    public long documentStart(int document) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Fills the array with tokens from the given place on. */
    public void read(long firstToken, int[] into) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public void close() {}
}
