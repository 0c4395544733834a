package dev.ayatori.tokenizer.train;

import dev.ayatori.track.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The means of a training; they change how fast it is and nothing else.
 *
 * @param folder where unfinished work is kept, already there
 * @param threads how many work at once
 * @param memory bytes that each step may fill besides the pieces themselves
 * @param progress whom to tell
 */
public record Workplace(Path folder, int threads, long memory, Progress progress) {
    private static final long MOST = 192L << 20;

    public Workplace {
        if (threads < 1 || memory < 1 << 16) {
            throw new IllegalArgumentException(
                    "training needs a thread and 64 KiB at least, but has %d and %d bytes".formatted(threads, memory));
        }
    }

    /** A fifth of the heap as memory, at most 192 MiB: more makes nothing faster. */
    public static Workplace of(Path folder, int threads, Progress progress) {
        return new Workplace(
                folder, threads, Math.min(MOST, Runtime.getRuntime().maxMemory() / 5), progress);
    }

    /** Deletes the folder with the unfinished work in it. */
    public void clear() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
