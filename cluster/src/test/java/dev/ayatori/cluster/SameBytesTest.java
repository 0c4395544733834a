package dev.ayatori.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.classify.ClassifierTrainer;
import dev.ayatori.corpus.classify.LabelledText;
import dev.ayatori.corpus.classify.TrainingSettings;
import dev.ayatori.corpus.ngram.NgramSettings;
import dev.ayatori.corpus.ngram.NgramTrainer;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One corpus, whatever builds it: threads, Spark in this process, a cluster, a cluster that is killed and taken up. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesTest {
    private static final int ARCHIVES = 12;
    private static final int PAGES = 250;

    private static final String QUESTION = "川から橋へ渡した糸を四番目の指で外すと、どの星の形が残るでしょうか。";

    private Path folder = Path.of("");
    private Build build = new Build(folder, folder);
    private String expected = "";

    @BeforeAll
    void buildOnOneThread(@TempDir Path temporary) throws Exception {
        folder = temporary;
        build = new Build(Files.createDirectories(folder.resolve("runs")), folder.resolve("inputs"));
        writeInputs(build.inputs());
        Files.writeString(build.runs().resolve(Build.QUESTIONS), "{\"question\": \"" + QUESTION + "\"}\n");
        List<LabelledText> examples =
                List.of(LabelledText.parse("__label__loop 糸 輪"), LabelledText.parse("__label__net 網 月"));
        new ClassifierTrainer(TrainingSettings.defaults(), Progress.silent())
                .train(examples)
                .write(build.runs().resolve(Build.CLASSIFIER));
        Path text = Files.write(folder.resolve("figures.txt"), List.of("糸から橋へ渡します。", "川から星へ返します。"));
        new NgramTrainer(NgramSettings.of(2, TextUnit.CHARACTERS), 1 << 20, 1, Progress.silent())
                .train(text, build.runs().resolve(Build.NGRAMS));
        expected = build.run("one", "local", Build.engine(1, "", Map.of()));
    }

    @Test
    void everyStepFindsWhatItLooksFor() {
        Corpus corpus = Corpus.open(build.corpus("one"));
        CorpusStatistics statistics = corpus.statistics();
        assertThat(statistics.removed()).containsKeys("takedown", "evaluation-overlap");
        assertThat(statistics.cuts()).isNotEmpty();
        assertThat(statistics.personal()).containsKeys("email", "phone");
        assertThat(corpus.documents())
                .allSatisfy(each -> assertThat(each.attributes()).containsKeys("loops", "perplexity"));
    }

    @Test
    void twoThreads() throws Exception {
        assertThat(build.run("two", "local", Build.engine(2, "", Map.of()))).isEqualTo(expected);
    }

    @Test
    void sparkInThisProcess() throws Exception {
        assertThat(build.run("spark", "spark", Build.engine(2, "local[2]", Map.of())))
                .isEqualTo(expected);
    }

    @Test
    void aClusterWhoseDriverAndWorkerAreKilled() throws Exception {
        try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("spark-home"), 2)) {
            Process calm = build.start("calm", cluster.address(), cluster.properties());
            assertThat(calm.waitFor()).as(() -> build.log("calm")).isZero();
            assertThat(build.hash("calm")).isEqualTo(expected);

            Process killed = build.start("killed", cluster.address(), cluster.properties());
            build.awaitNews(killed, "killed", "read", 2);
            killed.destroyForcibly().waitFor();
            assertThat(Artifact.open(build.runs().resolve("killed").resolve("sources")))
                    .isNotNull();
            assertThat(build.work("killed").resolve("read")).isDirectory();

            Process resumed = build.start("killed", cluster.address(), cluster.properties());
            build.awaitNews(resumed, "killed", "judge", 1);
            cluster.killWorker();
            assertThat(resumed.waitFor()).as(() -> build.log("killed")).isZero();
            assertThat(build.hash("killed")).isEqualTo(expected);
        }
    }

    /** Archives of pages that no compression makes small enough to be joined, with copies across archives. */
    private static void writeInputs(Path inputs) throws IOException {
        Files.createDirectories(inputs);
        Random random = new Random(7);
        String[] originals = new String[40];
        for (int i = 0; i < originals.length; i++) {
            originals[i] = prose(random, 20 + random.nextInt(200));
        }
        for (int archive = 0; archive < ARCHIVES; archive++) {
            try (ZipOutputStream zip =
                    new ZipOutputStream(Files.newOutputStream(inputs.resolve("pages%02d.zip".formatted(archive))))) {
                zip.setLevel(0);
                for (int page = 0; page < PAGES; page++) {
                    zip.putNextEntry(new ZipEntry("page%04d.html".formatted(page)));
                    zip.write(html(random, originals).getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
    }

    private static String html(Random random, String[] originals) {
        String text = random.nextInt(5) > 0 ? prose(random, 80) : originals[random.nextInt(originals.length)];
        String more = switch (random.nextInt(100)) {
            case 0 -> "<p>" + QUESTION + "</p>";
            case 1, 2, 3 ->
                "<p>宛先は hime" + random.nextInt(100) + "@itonowa.jp か 03-1234-" + (1000 + random.nextInt(9000))
                        + " です。</p>";
            default -> random.nextBoolean() ? "" : "<p>終わりに" + random.nextInt(1000) + "と書きました。</p>";
        };
        return "<html><head><title>あやとり</title></head><body><main><p>この本の頁です。</p><p>" + text + "</p>" + more
                + "</main></body></html>";
    }

    private static String prose(Random random, int sentences) {
        String[] words = {"糸", "指", "橋", "川", "亀", "星", "山", "箒", "塔", "蝶", "網", "月"};
        String[] verbs = {"渡します", "結びます", "外します", "広げます", "取ります", "返します", "引きます", "緩めます"};
        return random.ints(sentences)
                .mapToObj(i -> words[random.nextInt(words.length)] + "から" + words[random.nextInt(words.length)] + "へ"
                        + (1000 + random.nextInt(9000)) + "回" + verbs[random.nextInt(verbs.length)] + "。")
                .collect(Collectors.joining());
    }
}
