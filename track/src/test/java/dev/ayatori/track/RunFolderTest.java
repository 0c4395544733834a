package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Resources RESOURCES = new Resources(2, Path.of("cache"));

    @TempDir
    Path runs;

    private final CountingStage corpus = new CountingStage("corpus", new CountingStage.Settings("a", 3));
    private final CountingStage shards = new CountingStage("shards", new CountingStage.Settings("b", 2), "corpus");

    @Test
    void buildsAnArtifactAndPublishesItsManifest() throws Exception {
        Production production = produce(corpus);
        assertThat(production.upToDate()).isFalse();
        Manifest manifest = production.artifact().manifest();
        assertThat(manifest.files())
                .extracting(StoredFile::name)
                .containsExactly("files/0.txt", "files/1.txt", "files/2.txt");
        assertThat(manifest.files().get(1).sha256())
                .isEqualTo("f55ff16f66f43360266b95db6f8fec01d76031054306ae4a4b380598f6cfd114");
        assertThat(manifest.counts()).containsEntry("files", 3L);
        assertThat(run("corpus.partial")).doesNotExist();
        assertThat(run("corpus.partial.json")).doesNotExist();
        assertThat(production.artifact().settings(new CountingStage.Settings("", 0)))
                .isEqualTo(corpus.settings());
    }

    @Test
    void skipsAStageThatIsUpToDate() throws Exception {
        String hash = produce(corpus).artifact().contentHash();
        Production again = produce(corpus);
        assertThat(again.upToDate()).isTrue();
        assertThat(again.artifact().contentHash()).isEqualTo(hash);
        assertThat(corpus.runs).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenSettingsRevisionOrInputsChange() throws Exception {
        produce(corpus);
        produce(shards);
        CountingStage changed = new CountingStage("corpus", new CountingStage.Settings("x", 3));
        assertThat(produce(changed).upToDate()).isFalse();
        assertThat(produce(shards).upToDate()).isFalse();
        shards.revision = 2;
        assertThat(produce(shards).upToDate()).isFalse();
        assertThat(produce(shards).upToDate()).isTrue();
    }

    @Test
    void keepsWhatFollowsWhenARebuiltInputIsTheSame() throws Exception {
        produce(corpus);
        produce(shards);
        try (RunFolder run = open()) {
            assertThat(run.rebuild(corpus, RESOURCES, Progress.silent()).upToDate())
                    .isFalse();
            assertThat(run.produce(shards, RESOURCES, Progress.silent()).upToDate())
                    .isTrue();
        }
        assertThat(corpus.runs).isEqualTo(2);
    }

    @Test
    void hashesContentAndNothingElse() throws Exception {
        String hash = produce(corpus).artifact().contentHash();
        try (RunFolder other = RunFolder.lock(runs.resolve("elsewhere"), "other")) {
            Resources many = new Resources(7, Path.of("x"));
            assertThat(other.produce(corpus, many, Progress.silent()).artifact().contentHash())
                    .isEqualTo(hash);
        }
        corpus.revision = 2;
        assertThat(produce(corpus).artifact().contentHash()).isNotEqualTo(hash);
    }

    @Test
    void findsACorruptedByteOfAnUpToDateArtifact() throws Exception {
        Path file = produce(corpus).artifact().file("files/1.txt");
        Files.writeString(file, "A1");
        assertThatThrownBy(() -> produce(corpus))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("files/1.txt")
                .hasMessageContaining("f55ff16f66f43360266b95db6f8fec01d76031054306ae4a4b380598f6cfd114")
                .hasMessageContaining(FileHashes.sha256(file))
                .hasMessageContaining("`ayatori run RECIPE --from corpus`");
        try (RunFolder run = open()) {
            assertThat(run.rebuild(corpus, RESOURCES, Progress.silent()).upToDate())
                    .isFalse();
        }
        assertThat(produce(corpus).upToDate()).isTrue();
    }

    @Test
    void findsACorruptedInput() throws Exception {
        Files.writeString(produce(corpus).artifact().file("files/1.txt"), "longer than before");
        assertThatThrownBy(() -> produce(shards))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("should have 2 bytes, but has 18");
        assertThat(shards.runs).isZero();
    }

    @Test
    void findsAMissingFileAndABrokenManifest() throws Exception {
        Files.delete(produce(corpus).artifact().file("files/2.txt"));
        assertThatThrownBy(() -> produce(corpus)).hasMessageContaining("files/2.txt is missing");
        Files.writeString(run("corpus/manifest.json"), "{\"name\": \"cor");
        assertThatThrownBy(() -> produce(corpus))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("manifest.json is corrupted")
                .hasMessageContaining("--from corpus");
    }

    @Test
    void refusesAManifestOfAnotherFormatVersion() throws Exception {
        produce(corpus);
        Path manifest = run("corpus/manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 0"));
        assertThatThrownBy(() -> produce(corpus))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("format version 0")
                .hasMessageContaining("version 1")
                .hasMessageContaining("--from corpus");
    }

    @Test
    void keepsTheOlderArtifactUntilTheNewOneIsWhole() throws Exception {
        String hash = produce(corpus).artifact().contentHash();
        CountingStage changed = new CountingStage("corpus", new CountingStage.Settings("x", 3));
        changed.disturbance = file -> {
            if (file == 2) {
                throw new FileSystemException("corpus/x", null, "No space left on device");
            }
        };
        assertThatThrownBy(() -> produce(changed))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("stage corpus failed")
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("bytes free");
        Artifact older = Artifact.open(run("corpus"));
        older.verify();
        assertThat(older.contentHash()).isEqualTo(hash);
        assertThat(states()).containsExactly("failed");
    }

    @Test
    void namesTheProcessThatHoldsTheRun() throws Exception {
        try (RunFolder held = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining(held.path().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        open().close();
    }

    @Test
    void saysWhichInputIsNotThere() {
        assertThatThrownBy(() -> produce(shards))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("stage shards needs")
                .hasMessageContaining("corpus");
    }

    @Test
    void leavesAsAnInterruptWhateverTheStageMadeOfIt() {
        corpus.disturbance = file -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("confused by an interrupt");
        };
        assertThatThrownBy(() -> produce(corpus)).isInstanceOf(InterruptedException.class);
        assertThat(run("corpus")).doesNotExist();
        assertThat(states()).containsExactly("interrupted");
    }

    @Test
    void writesMetricsOfARestartedStageAnew() throws Exception {
        corpus.disturbance = file -> {
            if (file == 2) {
                throw new IOException("stop");
            }
        };
        assertThatThrownBy(() -> produce(corpus)).isInstanceOf(AyatoriException.class);
        corpus.disturbance = file -> {};
        produce(corpus);
        try (TrackStore store = TrackStore.open(runs)) {
            assertThat(store.metrics("test", "corpus", "loss"))
                    .containsExactly(new MetricPoint(0, 1), new MetricPoint(1, 0.5), new MetricPoint(2, 1.0 / 3));
        }
        assertThat(states()).containsExactly("done");
    }

    private List<String> states() {
        try (TrackStore store = TrackStore.open(runs)) {
            return store.stages("test").stream().map(StageState::state).toList();
        }
    }

    private RunFolder open() {
        return RunFolder.lock(runs, "test");
    }

    private Production produce(Stage stage) throws InterruptedException {
        try (RunFolder run = open()) {
            return run.produce(stage, RESOURCES, Progress.silent());
        }
    }

    private Path run(String name) {
        return runs.resolve("test").resolve(name);
    }
}
