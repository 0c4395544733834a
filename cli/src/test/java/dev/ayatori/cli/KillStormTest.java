package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.track.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the smoke recipe at random moments in every stage and compares its hashes with an undisturbed run's. */
@Tag("full")
class KillStormTest {
    private static final List<String> STAGES =
            List.of("sources", "corpus", "tokenizer", "shards", "pretrain", "tune", "evaluate", "index", "release");
    private static final int KILLS_PER_STAGE = 2;
    private static final long LONGEST_DELAY_MILLIS = 1500;

    @TempDir
    Path folder;

    @Test
    void aRunKilledInEveryStageEndsWithTheHashesOfAnUndisturbedOne() throws Exception {
        Path calm = folder.resolve("calm");
        assertThat(start(calm).waitFor()).as(() -> log(calm)).isZero();

        Path storm = folder.resolve("storm");
        Random random = new Random(20261123);
        for (String stage : STAGES) {
            for (int i = 0; i < KILLS_PER_STAGE; i++) {
                killUntilItMeets(storm, stage, random.nextLong(LONGEST_DELAY_MILLIS));
            }
        }
        assertThat(start(storm).waitFor()).as(() -> log(storm)).isZero();

        assertThat(hashes(storm)).isEqualTo(hashes(calm));
    }

    /** Kills a run inside {@code stage}: on a machine where the stage ends within the delay, again and sooner. */
    private void killUntilItMeets(Path runs, String stage, long delay) throws IOException, InterruptedException {
        while (!killInside(runs, stage, delay)) {
            delete(runs.resolve("smoke").resolve(stage));
            delay /= 2;
        }
    }

    /** Runs until {@code stage} has begun, lets it work for {@code delay} ms, kills it; false when the stage was whole. */
    private boolean killInside(Path runs, String stage, long delay) throws IOException, InterruptedException {
        Path run = Files.createDirectories(runs.resolve("smoke"));
        try (WatchService watch = run.getFileSystem().newWatchService()) {
            run.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = start(runs);
            while (process.isAlive() && !Files.exists(run.resolve(stage + ".partial"))) {
                var key = watch.poll(200, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
            if (process.waitFor(delay, TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as(() -> log(runs)).isZero();
                return false;
            }
            process.destroyForcibly().waitFor();
            return !Files.exists(run.resolve(stage));
        }
    }

    private static void delete(Path artifact) throws IOException {
        if (Files.exists(artifact)) {
            try (var files = Files.walk(artifact)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Process start(Path runs) throws IOException {
        Files.createDirectories(runs);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("run", recipe().toString(), "--runs", runs.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(runs.resolve("log.txt").toFile()))
                .start();
    }

    private static Path recipe() {
        return Path.of(System.getProperty("ayatori.root"), "recipes", "smoke.yaml");
    }

    private static Map<String, String> hashes(Path runs) {
        Map<String, String> hashes = new LinkedHashMap<>();
        STAGES.forEach(stage -> hashes.put(
                stage, Artifact.open(runs.resolve("smoke").resolve(stage)).contentHash()));
        return hashes;
    }

    private static String log(Path runs) {
        try {
            String all = Files.readString(runs.resolve("log.txt"));
            return all.substring(Math.max(0, all.length() - 4000));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}
