package dev.ayatori.pretrain;

import dev.ayatori.tensor.Functions;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The process that trains: reads the job file named by its one argument and tells what it does in lines of JSON on
 * standard output. It ends when its standard input ends, so that it never outlives its parent.
 */
public final class Worker {

    /** Exit code of a job that was refused with a message for the user. */
    static final int REFUSED = 3;

    private Worker() {}

    /** Runs the job in the file {@code arguments[0]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever else prints does not get between the events
        Thread.ofPlatform().daemon().name("parent-watch").start(Worker::endWithParent);
        Path file = Path.of(arguments[0]);
        // A worker whose parent was killed may still be ending: two never write to one folder.
        try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = opened.lock()) {
            Functions.useThreads(1);
            TrainingJob job = Json.read(file, TrainingJob.class);
            TrainingResult result = new Training(job, event -> tell(out, event)).run();
            tell(out, new WorkerEvent.Done(result));
        } catch (AyatoriException | IllegalArgumentException e) {
            e.printStackTrace();
            tell(out, new WorkerEvent.Refused(String.valueOf(e.getMessage())));
            out.flush();
            Runtime.getRuntime().halt(REFUSED);
        }
        out.flush();
        Runtime.getRuntime().halt(0); // native threads are not waited for
    }

    private static void tell(PrintStream out, WorkerEvent event) {
        synchronized (out) {
            out.println(Json.mapper().writerFor(WorkerEvent.class).writeValueAsString(event));
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said; only the end counts
            }
        } catch (IOException e) {
            System.err.println("standard input failed: " + e);
        }
        Runtime.getRuntime().halt(4);
    }
}
