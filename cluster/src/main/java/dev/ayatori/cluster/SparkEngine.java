package dev.ayatori.cluster;

import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.engine.Task;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.util.JavaUtils;
import scala.Function2;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Runs tasks on the executors of a Spark application, one Spark task each. */
final class SparkEngine implements CorpusEngine {
    private static final String EXECUTOR_MEMORY = "spark.executor.memory";
    private static final String LOCAL = "local";

    private final JavaSparkContext spark;
    private final EngineSettings settings;

    private SparkEngine(JavaSparkContext spark, EngineSettings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /** Starts an application on the master of the settings, or on the one that {@code spark-submit} chose. */
    static SparkEngine start(EngineSettings settings) {
        return new SparkEngine(
                SparkApplication.start("ayatori corpus", settings.master(), settings.properties()), settings);
    }

    @Override
    public void run(List<? extends Task> tasks, IntConsumer done) throws InterruptedException {
        if (tasks.isEmpty()) {
            return;
        }
        Seq<Object> partitions = CollectionConverters.asScala(IntStream.range(0, tasks.size())
                        .mapToObj(number -> (Object) number)
                        .toList())
                .toSeq();
        try {
            spark.sc()
                    .runJob(
                            spark.parallelize(List.<Task>copyOf(tasks), tasks.size())
                                    .rdd(),
                            new RunAll(),
                            partitions,
                            (number, nothing) -> {
                                done.accept((Integer) number);
                                return BoxedUnit.UNIT;
                            },
                            ClassTag$.MODULE$.apply(Boolean.class));
        } catch (Exception e) {
            throw failure(e);
        }
    }

    /** Scala's methods declare no exceptions, so that any may come. */
    private RuntimeException failure(Exception e) throws InterruptedException {
        spark.sc().cancelAllJobs();
        return switch (e) {
            case InterruptedException interrupted -> throw interrupted;
            case SparkException failure ->
                new IllegalStateException(
                        "the work failed on the cluster: " + Objects.requireNonNullElse(failure.getMessage(), ""), e);
            case RuntimeException failure -> failure;
            default -> new IllegalStateException(e);
        };
    }

    /** What an executor does with its part of the list, which is one task. */
    private static final class RunAll implements Function2<TaskContext, Iterator<Task>, Boolean>, Serializable {
        @Override
        public Boolean apply(TaskContext context, Iterator<Task> tasks) {
            while (tasks.hasNext()) {
                try {
                    tasks.next().run();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new java.util.concurrent.CancellationException("interrupted");
                }
            }
            return true;
        }
    }

    @Override
    public int parallelism() {
        return spark.defaultParallelism();
    }

    @Override
    public long memoryPerTask() {
        if (spark.master().startsWith(LOCAL)) {
            return settings.memoryOrDefault() / Math.max(1, parallelism());
        }
        long executor = JavaUtils.byteStringAsBytes(spark.getConf().get(EXECUTOR_MEMORY, "1g"));
        int cores = spark.getConf().getInt("spark.executor.cores", 1);
        return executor / 2 / Math.max(1, cores);
    }

    @Override
    public void close() {
        spark.close();
    }
}
