package dev.ayatori.track;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second JVM for tests of what only another process can show: locks, kills. */
final class ChildProcess {
    private ChildProcess() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String firstLine(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        String line = reader.readLine();
        return line == null ? "" : line;
    }

    /** Holds a run until its standard input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (RunFolder run = RunFolder.lock(Path.of(arguments[0]), arguments[1])) {
                System.out.println("holds " + run.path());
                while (System.in.read() >= 0) {
                    // until the parent closes it
                }
            }
        }
    }

    /** Makes a resumable chain of two stages and prints the last content hash. */
    static final class Maker {
        private Maker() {}

        public static void main(String[] arguments) throws Exception {
            CountingStage first = new CountingStage("corpus", new CountingStage.Settings("a", 300));
            CountingStage second = new CountingStage("shards", new CountingStage.Settings("b", 300), "corpus");
            second.resumable = true;
            Resources resources = new Resources(1, Path.of("cache"));
            try (RunFolder run = RunFolder.lock(Path.of(arguments[0]), "storm")) {
                System.out.println("working");
                run.rebuild(first, resources, Progress.silent());
                System.out.println(run.produce(second, resources, Progress.silent())
                        .artifact()
                        .contentHash());
            }
        }
    }
}
