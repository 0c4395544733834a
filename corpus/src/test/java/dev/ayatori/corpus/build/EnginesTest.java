package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.engine.LocalEngine;
import dev.ayatori.corpus.engine.Task;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesTest {
    private Path folder = Path.of("");
    private String expected = "";

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        BuildCorpusTest.writePages(folder.resolve("pages"));
        expected = build("plain", local(2, 0)).contentHash();
    }

    /** The defaults, and copied substrings of so many characters are cut. */
    static CorpusSettings cutting(int characters) {
        ObjectNode settings = (ObjectNode) Json.tree(CorpusSettings.defaults());
        ((ObjectNode) settings.get("duplicates")).put("substringCharacters", characters);
        return Json.fromTree(settings, CorpusSettings.class);
    }

    private static CorpusEngine local(int threads, long memory) {
        return new LocalEngine(new EngineSettings(threads, memory, "", new TreeMap<>()));
    }

    private Artifact build(String name, CorpusEngine engine) throws InterruptedException {
        FileCollection pages = new FileCollection(
                "figures", "Apache-2.0", folder.resolve("pages").toString(), "", ReadSettings.defaults());
        Resources resources = new Resources(1, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), name)) {
            run.produce(new FetchSources(new SourcesSettings(List.of(), List.of(pages))), resources, Progress.silent());
            return run.produce(new BuildCorpus(cutting(40), any -> engine), resources, Progress.silent())
                    .artifact();
        }
    }

    /** Runs each task as a machine far away would get it; fails at a given one. */
    private static final class FarEngine implements CorpusEngine {
        private final CorpusEngine local;
        private int untilFailure;

        FarEngine(CorpusEngine local, int untilFailure) {
            this.local = local;
            this.untilFailure = untilFailure;
        }

        @Override
        public void run(List<? extends Task> tasks, IntConsumer done) throws InterruptedException {
            local.run(tasks.stream().map(this::sent).toList(), done);
        }

        private Task sent(Task task) {
            if (untilFailure-- == 0) {
                return () -> {
                    throw new IOException("the machine is gone");
                };
            }
            try {
                var bytes = new ByteArrayOutputStream();
                new ObjectOutputStream(bytes).writeObject(task);
                return (Task) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public int parallelism() {
            return local.parallelism();
        }

        @Override
        public long memoryPerTask() {
            return local.memoryPerTask();
        }

        @Override
        public void close() {
            local.close();
        }
    }

    /** Adds to the first step a task that never ends. */
    private record Stuck(CorpusEngine local, CountDownLatch begun) implements CorpusEngine {
        @Override
        public void run(List<? extends Task> tasks, IntConsumer done) throws InterruptedException {
            Task endless = () -> {
                begun.countDown();
                new CountDownLatch(1).await();
            };
            local.run(Stream.concat(tasks.stream(), Stream.of(endless)).toList(), number -> {});
        }

        @Override
        public int parallelism() {
            return local.parallelism();
        }

        @Override
        public long memoryPerTask() {
            return local.memoryPerTask();
        }

        @Override
        public void close() {
            local.close();
        }
    }

    @Test
    void tasksCanBeSentToOtherMachines() throws Exception {
        assertThat(build("far", new FarEngine(local(2, 0), -1)).contentHash()).isEqualTo(expected);
    }

    @Test
    void littleMemoryMakesManyRunsAndTheSameCorpus() throws Exception {
        FarEngine tiny = new FarEngine(local(1, 1), 37);
        assertThatThrownBy(() -> build("tiny", tiny)).hasMessageContaining("the machine is gone");
        Path judged = folder.resolve("runs/tiny/corpus.partial/work/judge");
        try (Stream<Path> files = Files.list(judged)) {
            assertThat(files.filter(file -> file.toString().endsWith(".passed")))
                    .hasSizeGreaterThan(3);
        }
        assertThat(build("tiny", local(1, 1)).contentHash()).isEqualTo(expected);
    }

    @Test
    void aBuildThatFailedAnywhereGoesOnThere() throws Exception {
        int failures = 0;
        for (boolean done = false; !done; ) {
            try {
                assertThat(build("failing", new FarEngine(local(1, 0), 2)).contentHash())
                        .isEqualTo(expected);
                done = true;
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("the machine is gone");
                failures++;
            }
        }
        assertThat(failures).isBetween(10, 100);
        assertThat(folder.resolve("runs/failing/corpus/work")).doesNotExist();
    }

    @Test
    void anInterruptEndsTheBuildAndTheNextOneGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError("not ended"));
        CorpusEngine stuck = new Stuck(local(1, 0), begun);
        Thread building = Thread.ofPlatform().start(() -> {
            try {
                build("interrupted", stuck);
            } catch (InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        begun.await();
        building.interrupt();
        building.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(build("interrupted", local(1, 0)).contentHash()).isEqualTo(expected);
    }

    @Test
    void everyPageIsKeptRemovedOrInQuarantine() throws Exception {
        Corpus corpus = Corpus.open(Artifact.open(folder.resolve("runs/plain/corpus")));
        assertThat(corpus.documents().count()
                        + corpus.removed().count()
                        + corpus.statistics().quarantined())
                .isEqualTo(Artifact.open(folder.resolve("runs/plain/corpus"))
                        .manifest()
                        .counts()
                        .get("pages"));
    }
}
