package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state in which a killed process can leave a run, and that the next run ends as if nothing had happened. */
class CrashWindowTest {
    private static final Resources RESOURCES = new Resources(1, Path.of("cache"));

    @TempDir
    Path runs;

    private final CountingStage stage = new CountingStage("corpus", new CountingStage.Settings("a", 3));
    private final CountingStage changed = new CountingStage("corpus", new CountingStage.Settings("x", 3));
    private String expected = "";
    private Path run = Path.of("");

    @BeforeEach
    void learnsTheUndisturbedHash() throws Exception {
        try (RunFolder undisturbed = RunFolder.lock(runs, "undisturbed")) {
            expected = undisturbed
                    .produce(stage, RESOURCES, Progress.silent())
                    .artifact()
                    .contentHash();
        }
        stage.runs = 0;
        stage.written = 0;
        run = Files.createDirectories(runs.resolve("test"));
    }

    @Test
    void resumesAStageThatWasKilledInTheMiddle() throws Exception {
        stage.resumable = true;
        stopAtFile(2);
        completes();
        assertThat(stage.written).isEqualTo(3);
    }

    @Test
    void emptiesTheFolderOfAStageThatCannotResume() throws Exception {
        stopAtFile(2);
        Files.writeString(run.resolve("corpus.partial/stray"), "left");
        completes();
        assertThat(stage.written).isEqualTo(5);
        assertThat(run.resolve("corpus/stray")).doesNotExist();
    }

    @Test
    void emptiesThePartialFolderOfOtherWork() throws Exception {
        changed.resumable = true;
        changed.disturbance = file -> stop(file == 2);
        assertThatThrownBy(() -> produce(changed)).isInstanceOf(AyatoriException.class);
        stage.resumable = true;
        completes();
        assertThat(stage.written).isEqualTo(3);
    }

    @Test
    void goesOnFromOtherSettingsWhereTheStageSaysSo() throws Exception {
        stage.resumable = true;
        stopAtFile(2);
        CountingStage longer = new CountingStage("corpus", new CountingStage.Settings("a", 5));
        longer.resumable = true;
        longer.anyFiles = true;

        assertThat(produce(longer).artifact().manifest().counts()).containsEntry("files", 5L);
        assertThat(longer.written).isEqualTo(3);
    }

    @Test
    void trustsNoPartialFolderWithoutItsKey() throws Exception {
        stage.resumable = true;
        stopAtFile(2);
        Files.delete(run.resolve("corpus.partial.json"));
        completes();
        assertThat(stage.written).isEqualTo(5);
    }

    @Test
    void trustsNoPartialFolderWithAHalfWrittenKey() throws Exception {
        stage.resumable = true;
        stopAtFile(2);
        Files.writeString(run.resolve("corpus.partial.json"), "{\"na");
        completes();
        assertThat(stage.written).isEqualTo(5);
    }

    @Test
    void trustsNoKeyWithoutItsFolder() throws Exception {
        stage.resumable = true;
        stopAtFile(2);
        FolderTree.delete(run.resolve("corpus.partial"));
        completes();
        assertThat(stage.written).isEqualTo(5);
    }

    @Test
    void runsAgainWhenOnlyTheDraftOfTheManifestWasWritten() throws Exception {
        copyTo("corpus.partial");
        Files.move(run.resolve("corpus.partial/manifest.json"), run.resolve("corpus.partial/manifest.json.draft"));
        completes();
        assertThat(stage.runs).isEqualTo(1);
    }

    @Test
    void publishesWhatOnlyMissedItsRename() throws Exception {
        copyTo("corpus.partial");
        completes();
        assertThat(stage.runs).isZero();
    }

    @Test
    void runsAgainWhenTheFilesOfAPublishedPartialAreNotWhole() throws Exception {
        copyTo("corpus.partial");
        Files.writeString(run.resolve("corpus.partial/files/1.txt"), "");
        completes();
        assertThat(stage.runs).isEqualTo(1);
    }

    @Test
    void publishesBetweenTheTwoRenames() throws Exception {
        produce(changed);
        copyTo("corpus.partial");
        Files.move(run.resolve("corpus"), run.resolve("corpus.replaced"));
        completes();
        assertThat(stage.runs).isZero();
    }

    @Test
    void bringsBackTheOlderArtifactWhenItIsStillTheOneAskedFor() throws Exception {
        produce(stage);
        Files.move(run.resolve("corpus"), run.resolve("corpus.replaced"));
        assertThat(produce(stage).upToDate()).isTrue();
    }

    @Test
    void deletesTheReplacedArtifactAfterBothRenames() throws Exception {
        copyTo("corpus");
        copyTo("corpus.replaced");
        Files.delete(run.resolve("corpus.replaced/files/0.txt"));
        completes();
        assertThat(stage.runs).isZero();
    }

    @Test
    void forgetsTheKeyThatOutlivedPublishing() throws Exception {
        copyTo("corpus");
        Files.writeString(run.resolve("corpus.partial.json"), "{}");
        completes();
        assertThat(stage.runs).isZero();
    }

    @Test
    void rebuildsFromNothingWhateverThePartialFolderHolds() throws Exception {
        stage.resumable = true;
        stopAtFile(2);
        try (RunFolder folder = RunFolder.lock(runs, "test")) {
            folder.rebuild(stage, RESOURCES, Progress.silent());
        }
        assertThat(stage.written).isEqualTo(5);
        completes();
    }

    private void completes() throws Exception {
        assertThat(produce(stage).artifact().contentHash()).isEqualTo(expected);
        Artifact.open(run.resolve("corpus")).verify();
        try (Stream<Path> left = Files.list(run)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsOnly("corpus", "run.lock");
        }
        try (Stream<Path> left = Files.list(run.resolve("corpus"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(List.of("files", "manifest.json"));
        }
        assertThat(produce(stage).upToDate()).isTrue();
    }

    private void stopAtFile(int number) {
        stage.disturbance = file -> stop(file == number);
        assertThatThrownBy(() -> produce(stage)).isInstanceOf(AyatoriException.class);
        stage.disturbance = file -> {};
    }

    private static void stop(boolean now) throws IOException {
        if (now) {
            throw new IOException("stopped");
        }
    }

    private Production produce(Stage asked) throws InterruptedException {
        try (RunFolder folder = RunFolder.lock(runs, "test")) {
            return folder.produce(asked, RESOURCES, Progress.silent());
        }
    }

    private void copyTo(String name) throws IOException {
        Path from = runs.resolve("undisturbed/corpus");
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, run.resolve(name).resolve(from.relativize(path).toString()));
            }
        }
    }
}
