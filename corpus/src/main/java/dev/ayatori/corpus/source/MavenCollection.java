package dev.ayatori.corpus.source;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Jars of a Maven repository that belong together.
 *
 * @param name the collection's name, carried by each of its documents
 * @param licence SPDX identifier; each jar's POM must say the same or nothing
 * @param artifacts SHA-256 of each jar by its coordinate {@code group:artifact:version:classifier}
 */
public record MavenCollection(String name, String licence, Map<String, String> artifacts) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public MavenCollection {
        artifacts = Collections.unmodifiableMap(new TreeMap<>(artifacts));
        checkNamed(name, licence);
        artifacts.forEach((coordinate, sha256) -> {
            Coordinate.parse(coordinate);
            checkSha256(coordinate, sha256);
        });
    }

    static void checkNamed(String name, String licence) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a collection's name must be lower-case letters, digits and hyphens, but is \"" + name + "\"");
        }
        if (licence.isBlank()) {
            throw new IllegalArgumentException(
                    "the licence of collection \"" + name + "\" must be an SPDX identifier, but is empty");
        }
    }

    static void checkSha256(String what, String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "the SHA-256 of %s must be 64 lower-case hexadecimal digits, but is \"%s\""
                            .formatted(what, sha256));
        }
    }
}
