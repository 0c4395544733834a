package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * A small file that settings name: the corpus depends on its content, not on where it stands.
 *
 * @param address its path, or a web address
 * @param sha256 of its content
 */
public record PinnedFile(String address, String sha256) {
    private static final String DIGEST = "SHA-256";

    public PinnedFile {
        if (address.isBlank()) {
            throw new IllegalArgumentException("address must not be empty");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "sha256 of " + address + " must be 64 lower-case hexadecimal digits, but is \"" + sha256
                            + "\"; `sha256sum` of the file tells it");
        }
    }

    /** The file as it stands now. */
    public static PinnedFile at(Path file) {
        return new PinnedFile(file.toString(), digest(content("file", file.toString())));
    }

    /** Its content, which is refused when it is another than the pinned one; {@code what} names it in errors. */
    public byte[] read(String what) {
        byte[] content = content(what, address);
        check(what, digest(content));
        return content;
    }

    /** What a reader makes of its content, which is refused afterwards when it is another than the pinned one. */
    public <T> T read(String what, Function<InputStream, T> reader) {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(open(address), digest)) {
            T read = reader.apply(in);
            in.transferTo(OutputStream.nullOutputStream());
            check(what, HexFormat.of().formatHex(digest.digest()));
            return read;
        } catch (IOException e) {
            throw unreadable(what, address, e);
        }
    }

    private static InputStream open(String address) throws IOException {
        return address.matches("https?://.*")
                ? URI.create(address).toURL().openStream()
                : Files.newInputStream(Path.of(address));
    }

    private void check(String what, String found) {
        if (!found.equals(sha256)) {
            throw new AyatoriException(
                    "the %s is not what the recipe pins: SHA-256 of %s should be %s, but is %s; fetch the pinned file, or pin this one"
                            .formatted(what, address, sha256, found));
        }
    }

    private static AyatoriException unreadable(String what, String address, IOException e) {
        return new AyatoriException(
                "the " + what + " cannot be read from " + address + ": " + e + "; correct its address", e);
    }

    private static byte[] content(String what, String address) {
        try (InputStream in = open(address)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(what, address, e);
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256Digest().digest(content));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance(DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
