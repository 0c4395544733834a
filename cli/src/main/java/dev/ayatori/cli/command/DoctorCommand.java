package dev.ayatori.cli.command;

import com.sun.management.OperatingSystemMXBean;
import dev.ayatori.track.Recorded;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ayatori doctor}: the machine as Ayatori sees it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Tells machine, JDK, native libraries, memory and disk, and what is too little.",
        footerHeading = "%nExample:%n",
        footer = "  ayatori doctor --json")
@SuppressWarnings("NullAway.Init")
public final class DoctorCommand implements Callable<Integer> {
    private static final long GIGABYTE = 1L << 30;
    private static final long QUICKSTART_MEMORY = 6 * GIGABYTE;
    private static final long QUICKSTART_DISK = 2 * GIGABYTE;

    @Mixin
    private MachineOptions machine;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        Map<String, String> report = new LinkedHashMap<>();
        report.put("ayatori", Recorded.runningVersion());
        report.put("jdk", "%s (%s)".formatted(Runtime.version(), System.getProperty("java.home")));
        report.put("system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        report.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        report.put("threads", Integer.toString(machine.resources().threads()));
        report.put("memory", memory());
        report.put("heap", gigabytes(Runtime.getRuntime().maxMemory()));
        report.put("disk here", disk(Path.of("").toAbsolutePath()));
        report.put("cache", disk(machine.resources().cache()));
        output.print(report, () -> text(report));
        return report.values().stream().anyMatch(value -> value.contains("!")) ? 1 : 0;
    }

    private static String memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system.getTotalMemorySize();
        return gigabytes(all) + (all < QUICKSTART_MEMORY ? " (! the quickstart needs 6 GB)" : "");
    }

    private static String disk(Path folder) throws IOException {
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        return "%s has %s free%s"
                .formatted(folder, gigabytes(free), free < QUICKSTART_DISK ? " (! the quickstart needs 2 GB)" : "");
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted((double) bytes / GIGABYTE);
    }

    private static String text(Map<String, String> report) {
        return report.entrySet().stream()
                .map(entry -> "%-12s %s%n".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }
}
