package dev.ayatori.corpus.source;

import dev.ayatori.track.ContentHasher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of files and folders. */
final class FileContent {
    private static final int BUFFER = 1 << 16;

    private FileContent() {}

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hash of the sorted names and contents of all files below a folder. */
    static String ofFolder(Path folder) throws IOException {
        ContentHasher hasher = ContentHasher.create();
        for (String name : names(folder)) {
            hasher.text(name).text(sha256(folder.resolve(name)));
        }
        return hasher.hex();
    }

    /** The relative names of all regular files below a folder, sorted, with {@code /} between their parts. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
