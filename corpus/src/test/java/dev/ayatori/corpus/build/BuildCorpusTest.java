package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.Story;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildCorpusTest {
    private static final String[] SUBJECTS = {"糸", "指", "橋", "川", "亀", "星", "山", "箒", "塔", "蝶", "網", "月"};
    private static final String[] VERBS = {"渡します", "結びます", "外します", "広げます", "取ります", "返します", "引きます", "緩めます"};
    private static final String[] NOUNS = {
        "loop", "figure", "thread", "finger", "bridge", "star", "net", "palm", "string"
    };
    private static final String[] ACTIONS = {
        "holds", "drops", "passes over", "picks up", "turns around", "leaves", "pulls"
    };

    private Path folder = Path.of("");
    private Artifact corpus;

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        writePages(folder.resolve("pages"));
        corpus = run("one", 1);
    }

    private Artifact run(String name, int threads) throws Exception {
        var settings = new SourcesSettings(
                List.of(),
                List.of(new FileCollection(
                        "figures", "Apache-2.0", folder.resolve("pages").toString(), "", ReadSettings.defaults())));
        var resources = new Resources(threads, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), name)) {
            run.produce(new FetchSources(settings), resources, Progress.silent());
            return run.produce(new BuildCorpus(CorpusSettings.defaults()), resources, Progress.silent())
                    .artifact();
        }
    }

    static void writePages(Path pages) throws IOException {
        Files.createDirectories(pages);
        Random random = new Random(42);
        for (int i = 0; i < 30; i++) {
            html(pages, "ja" + i, japanese(random, 12));
            html(pages, "en" + i, english(random, 12));
        }
        String text = japanese(random, 20);
        html(pages, "twin-a", text);
        html(pages, "twin-b", text + " 終わりです。");
        html(pages, "same-a", english(random, 15) + " the and of");
        Files.copy(pages.resolve("same-a.html"), pages.resolve("same-b.html"));
        html(pages, "short", "短い。");
        Files.writeString(pages.resolve("empty.html"), "<html><body></body></html>");
        Files.writeString(pages.resolve("Thread.java"), code(random));
        Files.writeString(pages.resolve("Other.java"), code(random));
    }

    private static void html(Path pages, String name, String text) throws IOException {
        Files.writeString(
                pages.resolve(name + ".html"),
                "<html><head><title>" + name + "</title></head><body><main><h1>" + name + "</h1><p>" + text
                        + "</p></main></body></html>");
    }

    private static String pick(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String japanese(Random random, int sentences) {
        return random.ints(sentences)
                .mapToObj(i -> pick(random, SUBJECTS) + "から" + pick(random, SUBJECTS) + "へ" + pick(random, SUBJECTS)
                        + "の形を" + (1000 + random.nextInt(9000)) + "回" + pick(random, VERBS) + "。")
                .collect(Collectors.joining());
    }

    private static String english(Random random, int sentences) {
        return random.ints(sentences)
                .mapToObj(i -> "The " + pick(random, NOUNS) + " of " + word(random) + " " + pick(random, ACTIONS) + " "
                        + word(random) + " and the " + word(random) + " " + pick(random, ACTIONS) + " a "
                        + word(random) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return Integer.toString(random.nextInt(1 << 30), 36);
    }

    private static String code(Random random) {
        var code = new StringBuilder("class Figure {\n");
        for (int i = 0; i < 20; i++) {
            code.append("    int ")
                    .append(Integer.toString(random.nextInt(1 << 30), 36))
                    .append(i);
            code.append("(int finger) {\n        return finger * ")
                    .append(random.nextInt())
                    .append(";\n    }\n");
        }
        return code.append("}\n").toString();
    }

    private Document find(String name) {
        return Corpus.open(corpus)
                .documents()
                .filter(document -> document.uri().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    private Removal removed(String name) {
        return Corpus.open(corpus)
                .removed()
                .filter(removal -> removal.document().uri().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsDocumentsInTheOrderOfTheirIds() {
        var ids = Corpus.open(corpus).documents().map(Document::id).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(55);
        assertThat(Corpus.open(corpus).find(ids.get(7)).orElseThrow().id()).isEqualTo(ids.get(7));
        assertThat(Corpus.open(corpus).find("0000000000000000")).isEmpty();
    }

    @Test
    void tellsLanguagesApart() {
        assertThat(find("ja1.html").language()).isEqualTo("ja");
        assertThat(find("en1.html").language()).isEqualTo("en");
        assertThat(find("Thread.java").language()).isEqualTo("code");
        assertThat(find("ja1.html").title()).isEqualTo("ja1");
        assertThat(find("ja1.html").licence()).isEqualTo("Apache-2.0");
    }

    @Test
    void keepsOneOfEachPairOfDuplicates() {
        var removals = Corpus.open(corpus).removed().toList();
        assertThat(removals)
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        removal -> removal.document().id()));
        Removal near = removals.stream()
                .filter(removal -> removal.rule().equals(Removals.NEAR))
                .findFirst()
                .orElseThrow();
        assertThat(near.document().title()).startsWith("twin-");
        assertThat(Double.parseDouble(near.value())).isBetween(0.8, 1.0);
        assertThat(near.duplicateOf()).isLessThan(near.document().id());
        assertThat(Corpus.open(corpus).find(near.duplicateOf()).orElseThrow().attribute(Document.COPIES))
                .isEqualTo("1");
        assertThat(removals).extracting(Removal::rule).contains(Removals.EXACT);
    }

    @Test
    void keepsWhatItRemovesWithItsReason() {
        Removal removal = removed("short.html");
        assertThat(removal.rule()).isEqualTo("characters");
        assertThat(removal.threshold()).isEqualTo(">= 100");
        assertThat(removal.document().text()).contains("短い。");
        assertThat(removed("empty.html").rule()).isEqualTo("empty");
        assertThat(removal.document().attribute("characters")).isEqualTo(removal.value());
    }

    @Test
    void holdsOutEveryLanguageByWholeClusters() {
        var documents = Corpus.open(corpus).documents().toList();
        for (Split split : Split.values()) {
            Set<String> languages = Corpus.open(corpus)
                    .documents(split)
                    .map(Document::language)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(languages).contains("en", "ja");
        }
        for (Document document : documents) {
            assertThat(documents.stream()
                            .filter(other -> other.cluster().equals(document.cluster()))
                            .map(Document::split)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void countsTheFunnel() {
        CorpusStatistics statistics = Corpus.open(corpus).statistics();
        long removed = statistics.removed().values().stream()
                .mapToLong(Tally::documents)
                .sum();
        assertThat(statistics.read().documents()).isEqualTo(68);
        assertThat(statistics.kept().documents() + removed).isEqualTo(68);
        assertThat(statistics.languages()).containsKeys("ja", "en", "code");
        assertThat(Inspection.of(Corpus.open(corpus), 2).text())
                .contains("near-duplicate")
                .contains("figures");
    }

    @Test
    void givesTheSameHashForAnyNumberOfThreads() throws Exception {
        assertThat(run("two", 2).contentHash()).isEqualTo(corpus.contentHash());
        assertThat(run("four", 4).contentHash()).isEqualTo(corpus.contentHash());
    }

    @Test
    void tellsTheStoryOfADocument() {
        Document kept = find("ja1.html");
        Story story = Story.of(corpus, kept.id().substring(0, 12));
        assertThat(story.kept()).isTrue();
        assertThat(story.checks()).allMatch(Story.Check::kept).hasSizeGreaterThan(5);
        assertThat(story.text())
                .contains(
                        kept.uri(),
                        "kana are",
                        "compression",
                        "kept        in " + kept.split().label());
        Story short_ = Story.of(corpus, removed("short.html").document().uri());
        assertThat(short_.text()).contains("removed     by characters", "should be >= 100");
        assertThatThrownBy(() -> Story.of(corpus, "nobody"))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("'nobody'");
    }

    @Test
    void tellsWhichDocumentADuplicateWasLeftOutFor() {
        Removal near = Corpus.open(corpus)
                .removed()
                .filter(removal -> !removal.duplicateOf().isEmpty())
                .findFirst()
                .orElseThrow();
        Story story = Story.of(corpus, near.document().id());
        assertThat(story.original().id()).isEqualTo(near.duplicateOf());
        assertThat(Story.of(corpus, near.duplicateOf()).copies())
                .extracting(Story.Mention::id)
                .contains(near.document().id());
    }
}
