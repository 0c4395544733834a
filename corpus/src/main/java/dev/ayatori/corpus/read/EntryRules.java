package dev.ayatori.corpus.read;

import dev.ayatori.corpus.page.PageKind;
import java.util.Arrays;
import java.util.Optional;

/** Which entries of a jar or folder are pages at all. */
final class EntryRules {
    private static final String GZIP = ".gz";

    private EntryRules() {}

    /** The kind of page an entry is; empty for what is nothing to read: metadata, binaries, files that only name things. */
    static Optional<PageKind> kind(String path) {
        if (path.startsWith("META-INF/") || path.endsWith("/")) {
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.startsWith(".") || name.equals("module-info.java") || name.equals("package-info.java")) {
            return Optional.empty();
        }
        return PageKind.of(isGzip(path) ? path.substring(0, path.length() - GZIP.length()) : path);
    }

    static boolean isGzip(String path) {
        return path.endsWith(GZIP);
    }

    /** A name that would leave the folder it is unpacked into, or that no file system has. */
    static boolean isUnsafe(String path) {
        return path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || path.matches("[A-Za-z]:.*")
                || Arrays.asList(path.split("/")).contains("..");
    }
}
