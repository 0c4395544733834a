package dev.ayatori.corpus.source;

import dev.ayatori.track.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Settings;

/** A Maven repository in a folder, reached as a mirror of everything, with a local repository beside it. */
final class LocalRepository {
    private final Path folder;
    final Settings settings = new Settings();

    LocalRepository(Path folder) {
        this.folder = folder;
        Mirror mirror = new Mirror();
        mirror.setId("test");
        mirror.setMirrorOf("*");
        mirror.setUrl(folder.resolve("remote").toUri().toString());
        settings.addMirror(mirror);
    }

    MavenRepositories open() {
        return open(Progress.silent());
    }

    MavenRepositories open(Progress progress) {
        return MavenRepositories.open(settings, folder.resolve("home"), progress);
    }

    Path cached(String coordinate) {
        return place(folder.resolve("home/repository"), Coordinate.parse(coordinate));
    }

    /** Serves a jar; gives its SHA-256. */
    String serve(String coordinate, byte[] jar) {
        Path file = place(folder.resolve("remote"), Coordinate.parse(coordinate));
        write(file, jar);
        return digest("SHA-256", jar);
    }

    void servePom(String group, String artifact, String version, String inner) {
        Path project = folder.resolve("remote").resolve(group.replace('.', '/')).resolve(artifact);
        Path file = project.resolve(version).resolve(artifact + "-" + version + ".pom");
        String pom = "<project><modelVersion>4.0.0</modelVersion><artifactId>%s</artifactId>%s</project>"
                .formatted(artifact, inner);
        write(file, pom.getBytes(StandardCharsets.UTF_8));
        String metadata =
                "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><versions><version>%s</version></versions></versioning></metadata>"
                        .formatted(group, artifact, version);
        write(project.resolve("maven-metadata.xml"), metadata.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] jar(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : new TreeMap<>(entries).entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(LocalDateTime.of(2024, 2, 3, 23, 30));
                zip.putNextEntry(entry);
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static Path place(Path repository, Coordinate coordinate) {
        return repository
                .resolve(coordinate.group().replace('.', '/'))
                .resolve(coordinate.artifact())
                .resolve(coordinate.version())
                .resolve(
                        "%s-%s-%s.jar".formatted(coordinate.artifact(), coordinate.version(), coordinate.classifier()));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, content);
            Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), digest("SHA-1", content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
