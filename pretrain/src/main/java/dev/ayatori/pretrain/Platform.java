package dev.ayatori.pretrain;

import dev.ayatori.tensor.Libtorch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What rounds: trained weights are equal on equal platforms only, so it is hashed with their settings.
 *
 * @param libtorch version of the library, and MKL where it multiplies
 * @param instructions widest instruction set its kernels choose on this processor
 * @param threadsPerOperation threads inside one operation
 */
public record Platform(String libtorch, String instructions, int threadsPerOperation) {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final List<String> WIDEST_FIRST = List.of("amx_bf16", "avx512_bf16", "avx512f", "avx2", "avx");

    /** The platform of this machine. */
    public static Platform current() {
        List<String> flags = processorFlags();
        String widest =
                WIDEST_FIRST.stream().filter(flags::contains).findFirst().orElse("baseline");
        return new Platform(Libtorch.version(), System.getProperty("os.arch") + " " + widest, 1);
    }

    /** Whether the processor multiplies bf16 matrices. */
    static boolean multipliesBf16() {
        List<String> flags = processorFlags();
        return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
    }

    private static List<String> processorFlags() {
        if (!Files.isReadable(PROCESSOR)) {
            return List.of();
        }
        try {
            return Files.readAllLines(PROCESSOR).stream()
                    .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> Arrays.asList(
                            line.substring(line.indexOf(':') + 1).strip().split(" ")))
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(PROCESSOR + " cannot be read: " + e.getMessage(), e);
        }
    }
}
