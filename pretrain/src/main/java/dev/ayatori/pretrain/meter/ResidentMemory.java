package dev.ayatori.pretrain.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Physical memory of this process, as the kernel tells it.
 *
 * @param bytes now, 0 where that is not told
 * @param peak most so far
 */
public record ResidentMemory(long bytes, long peak) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** That of this moment. */
    public static ResidentMemory now() {
        try {
            List<String> lines = Files.isReadable(STATUS) ? Files.readAllLines(STATUS) : List.of();
            return new ResidentMemory(bytes(lines, "VmRSS:"), bytes(lines, "VmHWM:"));
        } catch (IOException e) {
            return new ResidentMemory(0, 0); // a figure for people: a training does not end for it
        }
    }

    private static long bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }
}
