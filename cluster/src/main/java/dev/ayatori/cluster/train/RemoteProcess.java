package dev.ayatori.cluster.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of another machine: its output is read from a file, its end is told by the job that started it. */
final class RemoteProcess extends Process {
    private final FollowedFile output;
    private final Path log;
    private final Runnable cancel;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    RemoteProcess(Path output, Path log, Runnable cancel) throws IOException {
        this.output = new FollowedFile(output, exitCode::isDone);
        this.log = log;
        this.cancel = cancel;
    }

    /** Tells how it ended; only the first telling counts. */
    void end(WorkerEnd end) {
        if (!end.reason().isEmpty() && !exitCode.isDone()) {
            try {
                Files.writeString(log, end.reason() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                System.err.println(end.reason() + " (" + log + " cannot be written: " + e.getMessage() + ")");
            }
        }
        exitCode.complete(end.exitCode());
    }

    /** Whether it has said anything. */
    boolean spoke() throws IOException {
        return output.length() > 0;
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return exitCode.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("how the process ended cannot be told: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            exitCode.get(timeout, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("how the process ended cannot be told: " + e.getMessage(), e);
        }
    }

    @Override
    public int exitValue() {
        if (!exitCode.isDone()) {
            throw new IllegalThreadStateException("it has not ended");
        }
        return exitCode.join();
    }

    /** Ends it at once, with all others of its job. */
    @Override
    public void destroy() {
        cancel.run();
    }
}
