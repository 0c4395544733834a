package dev.ayatori.track;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes a sequence of values with SHA-256, each framed by its kind and length, so that no two sequences share their
 * bytes: {@code ("ab", "c")} and {@code ("a", "bc")} differ, and so do the number 1 and the text "1".
 */
public final class ContentHasher {
    private static final byte TEXT = 't';
    private static final byte NUMBER = 'n';
    private static final byte DECIMAL = 'd';
    private static final byte BYTES = 'b';

    private final MessageDigest digest = sha256();
    private final ByteBuffer frame = ByteBuffer.allocate(1 + Long.BYTES);

    private ContentHasher() {}

    public static ContentHasher create() {
        return new ContentHasher();
    }

    /** Adds a text by its UTF-8 bytes. */
    public ContentHasher text(String value) {
        return framed(TEXT, value.getBytes(StandardCharsets.UTF_8));
    }

    public ContentHasher number(long value) {
        frame(NUMBER, value);
        return this;
    }

    /** Adds a decimal by its IEEE 754 bits; every NaN counts as one, and 0.0 differs from -0.0. */
    public ContentHasher decimal(double value) {
        frame(DECIMAL, Double.doubleToLongBits(value));
        return this;
    }

    public ContentHasher bytes(byte[] value) {
        return framed(BYTES, value);
    }

    /** The hash of everything added so far, 64 hexadecimal digits; afterwards the hasher starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private ContentHasher framed(byte kind, byte[] value) {
        frame(kind, value.length);
        digest.update(value);
        return this;
    }

    private void frame(byte kind, long number) {
        frame.clear().put(kind).putLong(number).flip();
        digest.update(frame);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
