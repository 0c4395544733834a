package dev.ayatori.pretrain;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * Runs a {@link TrainingJob} in a process of its own, so that a native crash leaves this one alive.
 *
 * <p>The job's folder gets {@code model/}, {@code checkpoints/} and {@code worker.log}, what the worker printed. Metrics
 * are named loss, learning-rate, gradient-norm, tokens-per-second and validation-loss, under the step counted from 1.
 */
public final class WorkerLauncher {

    private static final long SCARCE_BYTES = 64L << 20;
    private static final String JOB = "job.json";
    private static final String LOG = "worker.log";
    private static final int LINES_OF_LOG_TOLD = 12;

    private final Progress progress;
    private final MetricSink metrics;

    /** A launcher that reports to the given progress line and metrics. */
    public WorkerLauncher(Progress progress, MetricSink metrics) {
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Trains to the end, or from the newest whole checkpoint to the end; an interrupt ends the worker too. */
    public TrainingResult run(TrainingJob job) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(job.folder())).toAbsolutePath();
        Path file = folder.resolve(JOB);
        Json.write(file, job);
        TrainingResult result = run(job, folder, command(file));
        Files.delete(file);
        return result;
    }

    /** Runs a command that speaks as the worker does: the seam for tests. */
    TrainingResult run(TrainingJob job, Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(LOG).toFile()));
        builder.environment().putAll(environment());
        Process process = builder.start();
        Thread guard = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(guard);
        try {
            Conversation conversation = new Conversation(job);
            conversation.listen(process, folder);
            return conversation.result(process.waitFor());
        } finally {
            process.destroyForcibly();
            process.waitFor();
            forget(guard);
        }
    }

    private static void forget(Thread guard) {
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException e) {
            assert e.getMessage() != null : "this process is ending and runs the guard itself";
        }
    }

    /** The command line of a worker. */
    static List<String> command(Path job) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=hs_err_%p.log",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
        command.add(Worker.class.getName());
        command.add(job.toString());
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
     * OpenBLAS spins. Freed activations stay with the process instead of going back to the kernel after each block.
     */
    static Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "OMP_NUM_THREADS", "1",
                "OMP_WAIT_POLICY", "PASSIVE",
                "GOMP_SPINCOUNT", "0",
                "OPENBLAS_NUM_THREADS", "1",
                "MALLOC_MMAP_THRESHOLD_", "1073741824",
                "MALLOC_TRIM_THRESHOLD_", "4294967296",
                "MALLOC_TOP_PAD_", "67108864"));
    }

    /** What one worker said so far. */
    private final class Conversation {
        private final TrainingJob job;
        private Optional<TrainingResult> done = Optional.empty();
        private Optional<String> refusal = Optional.empty();
        private String log = "";

        Conversation(TrainingJob job) {
            this.job = job;
        }

        void listen(Process process, Path folder) throws IOException, InterruptedException {
            Thread listener = Thread.ofPlatform().daemon().name("worker-events").start(() -> readEvents(process));
            listener.join(); // interruptible, unlike reading the pipe
            log = lastLines(folder.resolve(LOG));
        }

        private void readEvents(Process process) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    hear(line);
                }
            } catch (IOException e) {
                log = "the events could not be read: " + e.getMessage();
            }
        }

        private void hear(String line) {
            try {
                hear(Json.parse(line, WorkerEvent.class));
            } catch (JacksonException e) {
                progress.note(line); // the JVM itself, or a library, speaks
            }
        }

        private void hear(WorkerEvent event) {
            switch (event) {
                case WorkerEvent.Started started -> {
                    progress.start("training", job.plan().steps(), "steps");
                    progress.advance(started.step());
                    if (started.step() > 0) {
                        progress.note("goes on after step " + started.step());
                    }
                }
                case WorkerEvent.Step step -> {
                    metrics.metric("loss", step.step(), step.loss());
                    metrics.metric("learning-rate", step.step(), step.learningRate());
                    metrics.metric("gradient-norm", step.step(), step.gradientNorm());
                    metrics.metric("tokens-per-second", step.step(), step.tokensPerSecond());
                    progress.advance(1);
                }
                case WorkerEvent.Validation validation -> {
                    metrics.metric("validation-loss", validation.step(), validation.loss());
                    progress.note(String.format(
                            Locale.ROOT, "step %d: validation loss %.4f", validation.step(), validation.loss()));
                }
                case WorkerEvent.Note note -> progress.note(note.text());
                case WorkerEvent.Refused refused -> refusal = Optional.of(refused.text());
                case WorkerEvent.Done finished -> done = Optional.of(finished.result());
            }
        }

        TrainingResult result(int exitCode) {
            if (refusal.isPresent()) {
                throw new AyatoriException(refusal.get());
            }
            if (exitCode != 0 || done.isEmpty()) {
                throw new AyatoriException("the training worker ended with exit code " + exitCode
                        + " before it was done." + scarceDisk()
                        + " Run again: it goes on from the last checkpoint. Its last words, from "
                        + Path.of(job.folder(), LOG) + ":\n" + log);
            }
            progress.finish();
            return done.get();
        }

        /** A worker on a full disk cannot even write down why it ended. */
        private String scarceDisk() {
            long free = new File(job.folder()).getUsableSpace();
            return free < SCARCE_BYTES ? " Only " + free + " bytes are free on the disk of " + job.folder() + "." : "";
        }

        private static String lastLines(Path file) throws IOException {
            if (!Files.exists(file)) {
                return "";
            }
            List<String> lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG_TOLD), lines.size()));
        }
    }
}
