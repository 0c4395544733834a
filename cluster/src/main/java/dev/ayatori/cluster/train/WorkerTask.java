package dev.ayatori.cluster.train;

import dev.ayatori.track.launch.ProcessOrder;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkEnv;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/** What each task of the barrier does: starts its worker beside the executor, and ends when it ends. */
final class WorkerTask implements Function1<Iterator<Integer>, Iterator<WorkerEnd>>, Serializable {
    private static final long serialVersionUID = 1;

    private static final int LOOK_EVERY_MILLISECONDS = 200;
    private static final int NOT_STARTED = 3;
    private static final String BLIND = "!";

    private final List<String> command;
    private final Map<String, String> environment;
    private final String folder;
    private final int count;

    WorkerTask(ProcessOrder order) {
        this.command = order.command();
        this.environment = order.environment();
        this.folder = order.folder().toString();
        this.count = order.count();
    }

    /** Where a worker tells what it does. */
    static Path events(Path folder, int rank) {
        return folder.resolve("worker-" + rank + ".events");
    }

    @Override
    public Iterator<WorkerEnd> apply(Iterator<Integer> nothing) {
        try {
            return CollectionConverters.asScala(
                    List.of(run(BarrierTaskContext.get())).iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the worker was ended", e);
        }
    }

    private WorkerEnd run(BarrierTaskContext context) throws IOException, InterruptedException {
        int rank = context.partitionId();
        String host = SparkEnv.get().blockManager().blockManagerId().host();
        // The driver made the file: where it is missing, this is another folder of the same name.
        boolean sees = Files.exists(events(Path.of(folder), rank));
        String[] all = context.allGather((sees ? freePort() : BLIND) + " " + host);
        String blind = Stream.of(all)
                .filter(each -> each.startsWith(BLIND))
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!blind.isEmpty()) {
            return new WorkerEnd(
                    NOT_STARTED,
                    "the folder of the job, " + folder + ", is not seen on " + blind
                            + ": put the folder of runs (--runs) on a file system that all machines mount under one path");
        }
        String[] master = all[0].split(" ");
        return new WorkerEnd(await(context, start(rank, master[1], Integer.parseInt(master[0]))), "");
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return Integer.toString(free.getLocalPort());
        }
    }

    private Process start(int rank, String host, int port) throws IOException {
        List<String> here = new ArrayList<>(command);
        here.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        File events = events(Path.of(folder), rank).toFile();
        return new ProcessOrder(here, environment, Path.of(folder), count)
                .local(rank, host, port)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(events))
                .start();
    }

    private static int await(BarrierTaskContext context, Process worker) throws InterruptedException {
        try {
            while (!worker.waitFor(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                context.killTaskIfInterrupted();
            }
            return worker.exitValue();
        } finally {
            worker.destroyForcibly();
        }
    }
}
