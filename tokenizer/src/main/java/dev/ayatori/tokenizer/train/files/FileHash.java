package dev.ayatori.tokenizer.train.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A file known by its content.
 *
 * @param source the name its texts go by
 * @param sha256 of the file, or of a corpus's manifest, which holds the hashes of its files
 */
record FileHash(String source, String sha256) {
    static List<FileHash> of(List<TextFile> files) throws IOException {
        List<FileHash> hashes = new ArrayList<>();
        for (TextFile file : files) {
            Path path = Files.isDirectory(file.path()) ? file.path().resolve("manifest.json") : file.path();
            hashes.add(new FileHash(file.source(), sha256(path)));
        }
        return hashes;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
