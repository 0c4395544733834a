package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackStoreTest {
    @TempDir
    Path runs;

    @Test
    void replacesTheValueOfAStepThatIsWrittenAgain() {
        try (TrackStore store = TrackStore.open(runs)) {
            MetricSink sink = store.sink("one", "pretrain");
            sink.metric("loss", 2, 5.0);
            sink.metric("loss", 1, 6.0);
            sink.metric("loss", 2, 4.5);
            assertThat(store.metrics("one", "pretrain", "loss"))
                    .containsExactly(new MetricPoint(1, 6.0), new MetricPoint(2, 4.5));
        }
    }

    @Test
    void keepsRunsStagesAndNamesApart() {
        try (TrackStore store = TrackStore.open(runs)) {
            store.sink("one", "pretrain").metric("loss", 1, 1);
            store.sink("one", "pretrain").metric("gradientNorm", 1, 2);
            store.sink("one", "tune").metric("loss", 1, 3);
            store.sink("two", "pretrain").metric("loss", 1, 4);
            assertThat(store.metricNames("one", "pretrain")).containsExactly("gradientNorm", "loss");
            assertThat(store.metrics("two", "pretrain", "loss")).containsExactly(new MetricPoint(1, 4));
            store.clearMetrics("one", "pretrain");
            assertThat(store.metricNames("one", "pretrain")).isEmpty();
            assertThat(store.metrics("one", "tune", "loss")).containsExactly(new MetricPoint(1, 3));
        }
    }

    @Test
    void isReadWhileAnotherWrites() {
        try (TrackStore writer = TrackStore.open(runs);
                TrackStore reader = TrackStore.open(runs)) {
            writer.sink("one", "pretrain").metric("loss", 1, Double.NaN);
            assertThat(reader.metrics("one", "pretrain", "loss")).containsExactly(new MetricPoint(1, Double.NaN));
        }
    }

    @Test
    void listsTheRunLastWorkedOnFirst() {
        try (TrackStore store = TrackStore.open(runs)) {
            store.write("old", new StageState("corpus", "done", "2026-01-01T00:00:00Z", 1, "ab"));
            store.write("new", new StageState("shards", "running", "2026-01-03T00:00:00Z", 0, ""));
            store.write("new", new StageState("corpus", "done", "2026-01-02T00:00:00Z", 2, "cd"));
            assertThat(store.runs()).containsExactly("new", "old");
            assertThat(store.stages("new")).extracting(StageState::stage).containsExactly("corpus", "shards");
            store.forget("new");
            assertThat(store.runs()).containsExactly("old");
        }
    }
}
