package dev.ayatori.pretrain.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What there is to compute with.
 *
 * @param memory bytes that processes may still take
 * @param disk bytes that files may still take
 */
public record Machine(long memory, long disk) {

    private static final Path SYSTEM = Path.of("/proc/meminfo");
    private static final Path GROUP = Path.of("/proc/self/cgroup");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    /** This machine, as far as its control groups (version 2) let us use it, with the disk that holds a folder. */
    public static Machine here(Path folder) {
        long memory = systemMemory();
        memory = Math.min(memory, groupMemory(GROUPS));
        Path group = GROUPS;
        for (Path name : Path.of(ownGroup())) {
            group = group.resolve(name);
            memory = Math.min(memory, groupMemory(group));
        }
        return new Machine(memory, disk(folder));
    }

    private static long systemMemory() {
        return lines(SYSTEM).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static String ownGroup() {
        return lines(GROUP).stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring(4))
                .findFirst()
                .orElse("");
    }

    /** The limit of a group less what it cannot give back: its use without the pages of files. */
    private static long groupMemory(Path group) {
        String limit = String.join("", lines(group.resolve("memory.max"))).strip();
        String used = String.join("", lines(group.resolve("memory.current"))).strip();
        if (!limit.matches("\\d+") || !used.matches("\\d+")) {
            return Long.MAX_VALUE;
        }
        long files = lines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith("inactive_file "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
        return Long.parseLong(limit) - Long.parseLong(used) + files;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // a control group may vanish, or be told in another way: then it sets no limit here
        }
    }

    private static long disk(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("the free space of " + there + " cannot be told: " + e.getMessage(), e);
        }
    }
}
