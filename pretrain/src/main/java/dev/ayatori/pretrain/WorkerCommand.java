package dev.ayatori.pretrain;

import dev.ayatori.tensor.Libtorch;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a worker process is started. */
final class WorkerCommand {

    private WorkerCommand() {}

    /** The command line of a worker. */
    static List<String> of(Path job) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx1g",
                "-Xmn16m", // garbage is wrappers of tensors: a small nursery keeps resident memory small
                "-XX:+UseSerialGC",
                "-XX:TrimNativeHeapInterval=60000", // else what many threads freed stays and grows for days
                "-XX:ErrorFile=hs_err_%p.log",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dfile.encoding=UTF-8"));
        Optional.ofNullable(System.getProperty(Libtorch.BLAS_PROPERTY))
                .ifPresent(blas -> command.add("-D" + Libtorch.BLAS_PROPERTY + "=" + blas));
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
        command.addAll(List.of(Worker.class.getName(), job.toString(), Worker.WATCHED));
        return command;
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    /**
     * Lanes are the parallelism: inside an operation there is one thread, and none of the pools of libtorch, OpenMP and
     * OpenBLAS spins. Freed activations stay with the process instead of going back to the kernel after each block;
     * what is larger, the gradients of large sections, comes from the kernel in huge pages and goes back, so that no
     * activation settles in the place of one.
     */
    static Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "OMP_NUM_THREADS", "1",
                "MKL_NUM_THREADS", "1",
                "OMP_WAIT_POLICY", "PASSIVE",
                "GOMP_SPINCOUNT", "0",
                "OPENBLAS_NUM_THREADS", "1",
                "MALLOC_MMAP_THRESHOLD_", "1073741824",
                "MALLOC_TRIM_THRESHOLD_", "4294967296",
                "MALLOC_TOP_PAD_", "67108864"));
    }
}
