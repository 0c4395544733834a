package dev.ayatori.track;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: deleted, emptied, forced to the disk. */
final class FolderTree {
    private FolderTree() {}

    /** Deletes a folder with everything in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : deepestFirst(folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Forces every file and folder of a tree to the disk, so that a power cut after publishing loses nothing. */
    static void force(Path folder) throws IOException {
        for (Path path : deepestFirst(folder)) {
            forceOne(path);
        }
    }

    static void forceOne(Path path) throws IOException {
        StandardOpenOption mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
