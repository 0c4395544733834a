package dev.ayatori.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns an input or output error into one the user can mend, with the folder and the room that is left in it. */
final class Failure {
    private Failure() {}

    static AyatoriException of(String what, @Nullable Path folder, UncheckedIOException cause) {
        IOException inner = cause.getCause();
        return of(what, folder, inner == null ? new IOException(cause) : inner);
    }

    static AyatoriException of(String what, @Nullable Path folder, IOException cause) {
        Path place = folder == null ? Path.of(".") : folder;
        return new AyatoriException(
                "%s: %s; %s has %s free; finished artifacts are kept, run the same command again when it is mended"
                        .formatted(what, reason(cause), place, free(place)),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileSystemException failed -> failed.getFile() + ": " + failed.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }

    private static String free(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return "%,d bytes".formatted(Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return "an unknown number of bytes";
        }
    }
}
