package dev.ayatori.pretrain;

import dev.ayatori.track.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** One started worker: what it says is heard by a thread of its own. */
final class WorkerProcess {

    private static final int LINES_OF_LOG_TOLD = 12;

    private final Process process;
    private final Path log;
    private final Thread listener;
    private volatile long heard = System.nanoTime();

    /** A process that was started; its errors go to a log. */
    WorkerProcess(Process process, Path log, Consumer<WorkerEvent> events) {
        this.log = log;
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().name("worker-events").start(() -> listen(events));
    }

    private void listen(Consumer<WorkerEvent> events) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard = System.nanoTime();
                events.accept(event(line));
            }
        } catch (IOException e) {
            events.accept(new WorkerEvent.Note("the events could not be read: " + e.getMessage()));
        }
    }

    private static WorkerEvent event(String line) {
        if (line.startsWith("[Gloo]")) {
            return new WorkerEvent.Alive(); // it greets on standard output
        }
        try {
            return Json.parse(line, WorkerEvent.class);
        } catch (JacksonException e) {
            return new WorkerEvent.Note(line); // the JVM itself, or a library, speaks
        }
    }

    /** Whether it ended, and everything it said was heard. */
    boolean ended() throws InterruptedException {
        if (process.isAlive()) {
            return false;
        }
        listener.join();
        return true;
    }

    /** Waits a while for its end. */
    void await(long milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    double secondsSilent() {
        return (System.nanoTime() - heard) / 1e9;
    }

    /** Asks it to write its state and end. */
    void ask() {
        process.destroy();
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** What it wrote last. */
    String lastWords() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG_TOLD), lines.size()));
    }

    Path log() {
        return log;
    }
}
