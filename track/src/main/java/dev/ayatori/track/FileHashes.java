package dev.ayatori.track;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Sizes and SHA-256 of an artifact's files: taken when it is published, compared when it is used. */
final class FileHashes {
    private static final int BUFFER = 1 << 18;

    private FileHashes() {}

    /** All files below a folder but its own bookkeeping, by name, hashed in parallel. */
    static List<StoredFile> of(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<String> names = walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(Manifest.FILE))
                    .sorted()
                    .toList();
            return names.parallelStream()
                    .map(name -> new StoredFile(name, size(folder.resolve(name)), sha256(folder.resolve(name))))
                    .toList();
        }
    }

    static void verify(Artifact artifact) {
        artifact.manifest().files().forEach(file -> verifySize(artifact, file));
        artifact.manifest().files().parallelStream()
                .filter(file -> !sha256(artifact.folder().resolve(file.name())).equals(file.sha256()))
                .min(Comparator.comparing(StoredFile::name))
                .ifPresent(file -> {
                    Path path = artifact.folder().resolve(file.name());
                    throw new AyatoriException("%s is corrupted: SHA-256 should be %s, but is %s; %s"
                            .formatted(path, file.sha256(), sha256(path), Artifact.remedy(artifact.folder())));
                });
    }

    private static void verifySize(Artifact artifact, StoredFile file) {
        Path path = artifact.file(file.name());
        long bytes = size(path);
        if (bytes != file.bytes()) {
            throw new AyatoriException("%s is corrupted: it should have %d bytes, but has %d; %s"
                    .formatted(path, file.bytes(), bytes, Artifact.remedy(artifact.folder())));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(Path file) {
        MessageDigest digest = ContentHasher.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
