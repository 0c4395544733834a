package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.classify.ClassifierTrainer;
import dev.ayatori.corpus.classify.LabelledText;
import dev.ayatori.corpus.classify.TrainingSettings;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationSet;
import dev.ayatori.corpus.dedup.PassageUnit;
import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.engine.LocalEngine;
import dev.ayatori.corpus.engine.Task;
import dev.ayatori.corpus.filter.ClassifierRule;
import dev.ayatori.corpus.filter.PerplexityRule;
import dev.ayatori.corpus.filter.PerplexityRule.Cutoffs;
import dev.ayatori.corpus.ngram.NgramSettings;
import dev.ayatori.corpus.ngram.NgramTrainer;
import dev.ayatori.corpus.ngram.ParagraphRule;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.corpus.privacy.PrivacyAction;
import dev.ayatori.corpus.privacy.PrivacySettings;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.PinnedFile;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesTest {
    private static final String QUESTION = "川から橋へ渡した糸を四番目の指で外すと、どの星の形が残るでしょうか。";

    private Path folder = Path.of("");
    private String expected = "";

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        plant();
        expected = build("plain", local(2, 0)).contentHash();
    }

    /** The defaults, and copied substrings of so many characters are cut, and lines like earlier ones where asked. */
    static CorpusSettings cutting(int characters, PassageUnit similar) {
        ObjectNode settings = (ObjectNode) Json.tree(CorpusSettings.defaults());
        ((ObjectNode) settings.get("duplicates"))
                .put("substringCharacters", characters)
                .put("similarPassages", similar.name());
        return Json.fromTree(settings, CorpusSettings.class);
    }

    /** Pages with whatever a step of the build looks for. */
    private void plant() throws IOException {
        Path pages = folder.resolve("pages");
        BuildCorpusTest.writePages(pages);
        append(pages.resolve("ja1.html"), "連絡先は taro@itonowa.jp、電話は 03-1234-5678 です。");
        append(pages.resolve("en1.html"), "Write to hanako@itonowa.jp or call +81 90 1234 5678.");
        append(pages.resolve("ja3.html"), QUESTION);
        Files.writeString(folder.resolve("questions.jsonl"), "{\"question\": \"" + QUESTION + "\"}\n");
        List<LabelledText> examples =
                List.of(LabelledText.parse("__label__loop the loop of"), LabelledText.parse("__label__net a net and"));
        new ClassifierTrainer(TrainingSettings.defaults(), Progress.silent())
                .train(examples)
                .write(folder.resolve("loops.bin"));
        Path text = Files.write(folder.resolve("figures.txt"), List.of("the loop of a net", "a net and the loop"));
        new NgramTrainer(NgramSettings.of(2, TextUnit.CHARACTERS), 1 << 20, 1, Progress.silent())
                .train(text, folder.resolve("figures.arpa"));
    }

    private static void append(Path page, String text) throws IOException {
        Files.writeString(page, Files.readString(page).replace("</p>", text + "</p>"));
    }

    /** The defaults, and every step that is not taken by itself. */
    private CorpusSettings everyStep() {
        PinnedFile questions = PinnedFile.at(folder.resolve("questions.jsonl"));
        EvaluationSet set =
                new EvaluationSet("figures", questions.address(), questions.sha256(), "", List.of("question"));
        ObjectNode settings = (ObjectNode) Json.tree(cutting(40, PassageUnit.LINE));
        PinnedFile model = PinnedFile.at(folder.resolve("loops.bin"));
        ClassifierRule loops = new ClassifierRule("loops", model.address(), model.sha256(), "loop", List.of());
        ((ObjectNode) settings.get("filters")).set("classifiers", Json.tree(List.of(loops)));
        PinnedFile ngrams = PinnedFile.at(folder.resolve("figures.arpa"));
        PerplexityRule perplexity = new PerplexityRule(
                "en",
                ngrams.address(),
                ngrams.sha256(),
                TextUnit.CHARACTERS,
                new Cutoffs(100, 200),
                new ParagraphRule(10_000, 3, 0.02));
        ((ObjectNode) settings.get("filters")).set("ngrams", Json.tree(List.of(perplexity)));
        ((ObjectNode) settings.get("filters")).set("bounds", Json.tree(Map.of("loops", ">= 0")));
        settings.set("privacy", Json.tree(PrivacySettings.all(PrivacyAction.MASK)));
        settings.set("decontamination", Json.tree(DecontaminationSettings.of(List.of(set))));
        settings.set("takedown", Json.tree(List.of("file:" + folder.resolve("pages") + "!/ja2.html")));
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
            return run.produce(new BuildCorpus(everyStep(), any -> engine), resources, Progress.silent())
                    .artifact();
        }
    }

    /** Runs each task, of so many for a step, as a machine far away would get it; fails at a given one. */
    private static final class FarEngine implements CorpusEngine {
        private final CorpusEngine local;
        private final int parts;
        private int untilFailure;

        FarEngine(CorpusEngine local, int untilFailure, int parts) {
            this.local = local;
            this.untilFailure = untilFailure;
            this.parts = parts;
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
            return parts;
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
    void everyStepFindsWhatItLooksFor() {
        Corpus corpus = Corpus.open(Artifact.open(folder.resolve("runs/plain/corpus")));
        CorpusStatistics statistics = corpus.statistics();
        assertThat(statistics.removed())
                .containsKeys("takedown", "evaluation-overlap", "empty"); // empty is what was all a copy
        assertThat(statistics.cuts()).isNotEmpty();
        assertThat(statistics.personal()).containsKeys("email", "phone");
        assertThat(corpus.documents())
                .allSatisfy(each -> assertThat(each.attributes()).containsKey("loops"))
                .anySatisfy(each -> assertThat(each.attributes()).containsKey("perplexity"));
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 3", "4, 16"})
    void threadsAndPartsChangeNothing(int threads, int parts) throws Exception {
        String name = "threads" + threads + "parts" + parts;
        assertThat(build(name, new FarEngine(local(threads, 0), -1, parts)).contentHash())
                .isEqualTo(expected);
    }

    @Test
    void tasksCanBeSentToOtherMachines() throws Exception {
        assertThat(build("far", new FarEngine(local(2, 0), -1, 2)).contentHash())
                .isEqualTo(expected);
    }

    @Test
    void littleMemoryMakesManyRunsAndTheSameCorpus() throws Exception {
        FarEngine tiny = new FarEngine(local(1, 1), 45, 1);
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
                assertThat(build("failing", new FarEngine(local(1, 0), 2, 1)).contentHash())
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
