package dev.ayatori.release;

import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The file {@code hashes.json}: what every other file of the release must be.
 *
 * @param formatVersion 1
 * @param files size and SHA-256 by path, relative, with slashes
 */
record ReleaseHashes(int formatVersion, SortedMap<String, FileHash> files) {
    /** Size and SHA-256 (hexadecimal) of one file. */
    record FileHash(long bytes, String sha256) {}

    private static final int FORMAT_VERSION = 1;

    ReleaseHashes {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (formatVersion != FORMAT_VERSION) {
            throw new IllegalArgumentException(
                    "formatVersion is " + formatVersion + ", but this program reads " + FORMAT_VERSION);
        }
    }

    /** Hashes every file in the folder but {@code hashes.json} and {@code manifest.json}. */
    static ReleaseHashes of(Path folder) {
        SortedMap<String, FileHash> files = new TreeMap<>();
        for (String name : names(folder)) {
            files.put(name, hash(folder.resolve(name)));
        }
        return new ReleaseHashes(FORMAT_VERSION, files);
    }

    static ReleaseHashes read(Path folder) {
        return Json.read(folder.resolve(ReleaseFiles.HASHES), ReleaseHashes.class);
    }

    void write(Path folder) {
        Json.write(folder.resolve(ReleaseFiles.HASHES), this);
    }

    /** The files that hashes are kept of, sorted. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(ReleaseFiles.HASHES) && !name.equals(ReleaseFiles.MANIFEST))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    static FileHash hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new FileHash(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
