package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A list of words, one a line, that a rule looks for.
 *
 * @param name what it is for: one of {@link Lists#NAMES}
 * @param address path of a file, or a web address
 * @param sha256 of its content: the corpus depends on it, not on where it stands
 */
public record WordList(String name, String address, String sha256) {
    private static final String DIGEST = "SHA-256";

    public WordList {
        if (!Lists.NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "name must be one of " + Lists.NAMES.stream().sorted().toList() + ", but is \"" + name + "\"");
        }
        if (address.isBlank()) {
            throw new IllegalArgumentException("address of the list \"" + name + "\" must not be empty");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "sha256 of the list \"" + name + "\" must be 64 lower-case hexadecimal digits, but is \"" + sha256
                            + "\"; `sha256sum` of the file tells it");
        }
    }

    /** The words, without the white space around them. */
    List<String> words() {
        byte[] content = content();
        String found = HexFormat.of().formatHex(digest(content));
        if (!found.equals(sha256)) {
            throw new AyatoriException(
                    "the list \"%s\" is not what the recipe pins: SHA-256 of %s should be %s, but is %s"
                            .formatted(name, address, sha256, found));
        }
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private byte[] content() {
        try {
            if (!address.matches("https?://.*")) {
                return Files.readAllBytes(Path.of(address));
            }
            try (InputStream in = URI.create(address).toURL().openStream()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new AyatoriException(
                    "the list \"" + name + "\" cannot be read from " + address + ": " + e
                            + "; correct its address in the recipe",
                    e);
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance(DIGEST).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
