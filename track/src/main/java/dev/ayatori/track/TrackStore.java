package dev.ayatori.track;

import java.nio.file.Path;
import java.util.List;

/** The database of runs and metrics, {@code track.sqlite} in the folder of runs. */
public final class TrackStore implements AutoCloseable {
    private TrackStore() {}

    public static TrackStore open(Path runsFolder) {
        throw new UnsupportedOperationException("not yet: " + runsFolder);
    }

    /** The names of the runs, newest first. */
    public List<String> runs() {
        return List.of();
    }

    /** The names of the metrics a stage of a run wrote, sorted. */
    public List<String> metricNames(String run, String stage) {
        return List.of();
    }

    /** The values of one metric by rising step. */
    public List<MetricPoint> metrics(String run, String stage, String name) {
        return List.of();
    }

    /** A sink that writes under a stage of a run. */
    public MetricSink sink(String run, String stage) {
        return MetricSink.none();
    }

    @Override
    public void close() {}
}
