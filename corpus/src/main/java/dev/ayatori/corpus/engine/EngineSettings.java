package dev.ayatori.corpus.engine;

import java.util.SortedMap;

/**
 * The means an engine has; they change how fast a corpus is built, never what it is.
 *
 * @param threads tasks at a time on this machine
 * @param memory bytes that all tasks of one process together may fill; 0 for half of the heap
 * @param master address of the cluster, such as {@code spark://host:7077} or {@code local[2]}; empty for none
 * @param properties further properties of the cluster's engine, such as {@code spark.executor.memory}
 */
public record EngineSettings(int threads, long memory, String master, SortedMap<String, String> properties) {
    public EngineSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
        if (memory < 0) {
            throw new IllegalArgumentException("memory must not be negative, but is " + memory);
        }
    }

    /** The memory asked for, or half of this process's heap. */
    public long memoryOrDefault() {
        return memory > 0 ? memory : Runtime.getRuntime().maxMemory() / 2;
    }
}
