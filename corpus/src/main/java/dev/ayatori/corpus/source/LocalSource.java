package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One jar or folder of this machine on its way into the sources artifact.
 *
 * @param place its place in the recipe, which keeps names apart
 */
record LocalSource(FileCollection collection, int place) {
    /** Checks the pinned SHA-256, where there is one, and brings it in. */
    StoredSource store(Path filesFolder) throws IOException {
        Path path = Path.of(collection.path());
        if (!Files.exists(path)) {
            throw new AyatoriException(
                    "the source %s of collection \"%s\" does not exist (looked in %s); correct its path in the recipe"
                            .formatted(path, collection.name(), path.toAbsolutePath()));
        }
        return Files.isDirectory(path) ? folder(path, filesFolder) : file(path, filesFolder);
    }

    private StoredSource file(Path path, Path filesFolder) throws IOException {
        String sha256 = checked(path, FileContent.sha256(path));
        String name = storedName(path);
        bringIn(path, filesFolder.resolve(name));
        return stored(isArchive(path) ? MavenSource.date(path) : "", name, Files.size(path), sha256);
    }

    private StoredSource folder(Path path, Path filesFolder) throws IOException {
        String sha256 = checked(path, FileContent.ofFolder(path));
        String name = storedName(path);
        long bytes = 0;
        for (String file : FileContent.names(path)) {
            Path target = filesFolder.resolve(name).resolve(file);
            Files.createDirectories(target.getParent());
            bringIn(path.resolve(file), target);
            bytes += Files.size(target);
        }
        return stored("", name, bytes, sha256);
    }

    /** A second name for the same bytes where the file system has that, else a copy. */
    private static void bringIn(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, target);
        }
    }

    private String checked(Path path, String sha256) {
        if (!collection.sha256().isEmpty()) {
            FetchSources.checkSha256(collection.uri(), path, collection.sha256(), sha256);
        }
        return sha256;
    }

    private static boolean isArchive(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jar") || name.endsWith(".zip");
    }

    private String storedName(Path path) {
        return "%02d-%s".formatted(place, path.toAbsolutePath().normalize().getFileName());
    }

    private StoredSource stored(String date, String file, long bytes, String sha256) {
        return new StoredSource(
                collection.uri(),
                collection.name(),
                collection.licence(),
                "",
                date,
                file,
                bytes,
                sha256,
                collection.reading());
    }
}
