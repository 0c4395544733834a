package dev.ayatori.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Builds one corpus again and again on threads and on Spark in one process, in turn, and tells CPU seconds of each. */
final class EngineBench {
    private EngineBench() {}

    /** Arguments: a folder of which each entry is a collection, a folder for the runs, how many rounds. */
    public static void main(String[] arguments) throws Exception {
        Build build = new Build(Files.createDirectories(Path.of(arguments[1])), Path.of(arguments[0]));
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            Duration begin = cpu();
            build.run("local" + round, "local", Build.engine(2, "", Map.of()));
            Duration local = cpu();
            build.run("spark" + round, "spark", Build.engine(2, "local[2]", Map.of()));
            Duration spark = cpu();
            double onThreads = local.minus(begin).toMillis() / 1000.0;
            double onSpark = spark.minus(local).toMillis() / 1000.0;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: threads %.1f CPU s, spark %.1f CPU s, ratio %.2f%n",
                    round,
                    onThreads,
                    onSpark,
                    onSpark / onThreads);
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
