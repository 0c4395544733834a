package dev.ayatori.cluster.train;

import dev.ayatori.cluster.SparkApplication;
import dev.ayatori.track.launch.ProcessLauncher;
import dev.ayatori.track.launch.ProcessOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Workers of a training as the tasks of a Spark job: they start together, and all end when the job ends. */
final class SparkProcesses implements ProcessLauncher {
    /** How often, and how many times, Spark looks whether the cluster has a free core for every worker. */
    private static final Map<String, String> PATIENCE = Map.of(
            "spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "2s",
            "spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures", "90");

    private static final int LOOK_EVERY_MILLISECONDS = 100;
    private static final int LOST = 1;
    private static final ClassTag<WorkerEnd> ENDS = ClassTag$.MODULE$.apply(WorkerEnd.class);

    private final JavaSparkContext spark;

    private SparkProcesses(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** Starts an application on a master, or on the one that {@code spark-submit} chose. */
    static SparkProcesses open(String master, SortedMap<String, String> properties) {
        Map<String, String> all = new TreeMap<>(PATIENCE);
        all.putAll(properties);
        return new SparkProcesses(SparkApplication.start("ayatori pretrain", master, all));
    }

    @Override
    public SortedMap<Integer, Process> start(ProcessOrder order) throws IOException, InterruptedException {
        String job = UUID.randomUUID().toString();
        SortedMap<Integer, RemoteProcess> processes = new TreeMap<>();
        for (int rank = 0; rank < order.count(); rank++) {
            Path events = WorkerTask.events(order.folder(), rank);
            Files.deleteIfExists(events);
            Files.createFile(events);
            processes.put(
                    rank,
                    new RemoteProcess(events, order.log(rank), () -> spark.sc().cancelJobGroup(job)));
        }
        Thread.ofPlatform().daemon().name("spark-workers").start(() -> run(job, order, processes));
        try {
            awaitFirstWords(processes);
        } catch (InterruptedException e) {
            spark.sc().cancelJobGroup(job);
            throw e;
        }
        return new TreeMap<>(processes);
    }

    @Override
    public boolean onThisMachine() {
        return false;
    }

    /** Until executors have been found nobody can speak: silence counts from here on. */
    private static void awaitFirstWords(SortedMap<Integer, RemoteProcess> processes)
            throws IOException, InterruptedException {
        for (RemoteProcess process : processes.values()) {
            while (process.isAlive() && !process.spoke()) {
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            }
        }
    }

    private void run(String job, ProcessOrder order, SortedMap<Integer, RemoteProcess> processes) {
        SparkContext context = spark.sc();
        List<RemoteProcess> byRank = List.copyOf(processes.values());
        context.setJobGroup(job, "training workers", true);
        RDD<WorkerEnd> workers = spark.parallelize(
                        IntStream.range(0, order.count()).boxed().toList(), order.count())
                .rdd()
                .barrier()
                .mapPartitions(new WorkerTask(order), false, ENDS);
        try {
            context.runJob(
                    workers,
                    (Function2<TaskContext, Iterator<WorkerEnd>, WorkerEnd> & java.io.Serializable)
                            (task, end) -> end.next(),
                    CollectionConverters.asScala(processes.keySet().stream()
                                    .map(rank -> (Object) rank)
                                    .toList())
                            .toSeq(),
                    (rank, end) -> {
                        byRank.get((Integer) rank).end(end);
                        return BoxedUnit.UNIT;
                    },
                    ENDS);
        } catch (Exception e) {
            String reason = "Spark ended the workers: " + withoutPlaces(e);
            processes.values().forEach(process -> process.end(new WorkerEnd(LOST, reason)));
        }
    }

    /** What Spark says, without stack traces. */
    private static String withoutPlaces(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        spark.close();
    }
}
