package dev.ayatori.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds one corpus with every engine, kills some of them, and tells the content hashes. */
final class SameBytesBench {
    private SameBytesBench() {}

    private interface Building {
        String hash() throws IOException, InterruptedException;
    }

    /** Arguments: a folder of which each entry is a collection, and a folder for the runs. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Build build = new Build(Files.createDirectories(folder.resolve("runs")), Path.of(arguments[0]));
        tell("local, 1 thread", () -> build.run("one", "local", Build.engine(1, "", Map.of())));
        tell("local, 2 threads", () -> build.run("two", "local", Build.engine(2, "", Map.of())));
        tell("spark local[2]", () -> build.run("spark", "spark", Build.engine(2, "local[2]", Map.of())));
        try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("spark-home"), 2)) {
            tell("spark standalone, 2 workers", () -> cluster(build, cluster, "calm", false));
            tell("the same, driver killed, taken up, worker killed", () -> cluster(build, cluster, "killed", true));
        }
    }

    private static String cluster(Build build, StandaloneCluster cluster, String name, boolean kill)
            throws IOException, InterruptedException {
        Map<String, String> properties = new TreeMap<>(cluster.properties());
        if (kill) {
            Process killed = build.start(name, cluster.address(), properties);
            build.awaitNews(killed, name, "read", 5);
            killed.destroyForcibly().waitFor();
        }
        Process process = build.start(name, cluster.address(), properties);
        if (kill) {
            build.awaitNews(process, name, "judge", 5);
            cluster.killWorker();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(build.log(name));
        }
        return build.hash(name);
    }

    private static void tell(String what, Building building) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String hash = building.hash();
        System.out.printf(Locale.ROOT, "%-50s %6.1f s  %s%n", what, (System.nanoTime() - begin) / 1e9, hash);
    }
}
