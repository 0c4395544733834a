package dev.ayatori.pretrain;

import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.LostPeerException;
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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process that trains: reads the job file named by its first argument and tells what it does in lines of JSON on
 * standard output.
 *
 * <p>Where several work on one job, they find each other by RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT, as torchrun
 * sets them; Slurm's SLURM_PROCID and SLURM_NTASKS stand in for the first two. SIGTERM lets all write their state and
 * end. With a second argument {@code watched} the process ends when its standard input ends, so that it never outlives
 * its parent.
 */
public final class Worker {

    /** Exit code of a job that was refused with a message for the user. */
    static final int REFUSED = 3;

    /** Exit code of a worker that lost another one. */
    static final int LOST_PEER = 5;

    /** Second argument of a worker that ends with its parent. */
    static final String WATCHED = "watched";

    private final PrintStream out;
    private final AtomicBoolean stop = new AtomicBoolean();
    /** Never counted down: what waits for it waits until the process is halted. */
    private final CountDownLatch halted = new CountDownLatch(1);

    private Worker(PrintStream out) {
        this.out = out;
    }

    /** Runs the job in the file {@code arguments[0]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever else prints does not get between the events
        Worker worker = new Worker(out);
        if (arguments.length > 1 && arguments[1].equals(WATCHED)) {
            Thread.ofPlatform().daemon().name("parent-watch").start(Worker::endWithParent);
            Thread.ofPlatform().daemon().name("alive").start(worker::tellThatAlive);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(worker::stop, "stop"));
        int code = worker.run(Path.of(arguments[0]), System.getenv());
        out.flush();
        // Halting waits neither for native threads nor for the hook, whose end would turn the code into that of the
        // signal.
        Runtime.getRuntime().halt(code);
    }

    private int run(Path file, Map<String, String> environment) throws IOException, InterruptedException {
        int rank = Rendezvous.rank(environment);
        // A worker whose parent was killed may still be ending: no two are the same rank in one folder.
        try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = opened.lock(rank, 1, false)) {
            Functions.useThreads(1);
            TrainingJob job = Json.read(file, TrainingJob.class);
            Duration timeout = Duration.ofSeconds(job.execution().supervision().timeoutSeconds());
            try (Place place = new Place(job.execution(), Rendezvous.meet(environment, timeout))) {
                Optional<TrainingResult> result =
                        new Training(job, place, event -> tellAs(place.speaks(), event), stop::get).run();
                tellAs(
                        place.speaks(),
                        result.<WorkerEvent>map(WorkerEvent.Done::new).orElse(new WorkerEvent.Stopped()));
            }
            return 0;
        } catch (LostPeerException e) {
            System.err.println(e.getMessage()); // where it happened says nothing: any wait may be the one
            tell(new WorkerEvent.Note(String.valueOf(e.getMessage())));
            return LOST_PEER;
        } catch (AyatoriException | IllegalArgumentException e) {
            e.printStackTrace();
            tell(new WorkerEvent.Refused(String.valueOf(e.getMessage())));
            return REFUSED;
        } catch (RuntimeException | IOException e) {
            e.printStackTrace();
            if (isFullDisk(e)) {
                Path folder = file.toAbsolutePath().getParent();
                tell(new WorkerEvent.Refused("the disk of " + folder + " is full: " + e.getMessage()
                        + ". Free some and run again: it goes on from the last checkpoint."));
                return REFUSED;
            }
            return 1;
        }
    }

    /** Starting again does not help against it. */
    private static boolean isFullDisk(Throwable e) {
        for (Optional<Throwable> cause = Optional.of(e);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            String message = String.valueOf(cause.get().getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    /** All processes see the same: one of them tells it. */
    private void tellAs(boolean speaks, WorkerEvent event) {
        if (speaks || event instanceof WorkerEvent.Note) {
            tell(event);
        }
    }

    private synchronized void tell(WorkerEvent event) {
        out.println(Json.mapper().writerFor(WorkerEvent.class).writeValueAsString(event));
    }

    /** Runs when the process is asked to end: lets the step be finished and the state be written. */
    private void stop() {
        stop.set(true);
        try {
            halted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellThatAlive() {
        try {
            while (!halted.await(1, TimeUnit.SECONDS)) {
                tell(new WorkerEvent.Alive());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
