package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.SmallCorpus;
import dev.ayatori.corpus.filter.FilterSettings;
import dev.ayatori.corpus.filter.PerplexityRule;
import dev.ayatori.corpus.filter.PerplexityRule.Cutoffs;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.ngram.NgramModel;
import dev.ayatori.corpus.ngram.NgramSettings;
import dev.ayatori.corpus.ngram.NgramTrainer;
import dev.ayatori.corpus.ngram.ParagraphRule;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.corpus.report.CorpusReport;
import dev.ayatori.corpus.report.ReportPage;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerplexityBuildTest {
    private static final int SHORT = 12;
    private static final String MENU = "QX7 ZZ9 -- WK4 /// VV8 ** JJ3 ## ";

    @TempDir
    Path folder;

    private SmallCorpus pages = new SmallCorpus(Path.of(""));

    @BeforeEach
    void write() {
        String prose = SmallCorpus.english(2, 6) + "\n\n" + SmallCorpus.english(3, 6);
        pages = new SmallCorpus(folder)
                .add("https://a.example/good", SmallCorpus.english(1, 12))
                .add("https://a.example/menu", (MENU + "\n\n").repeat(3) + prose)
                .add("https://a.example/bad", (MENU + "the of and to ").repeat(20));
        for (int i = 0; i < SHORT; i++) {
            pages.add("https://b.example/" + i, shortPage(i));
        }
    }

    private static String shortPage(long number) {
        return SmallCorpus.english(50 + number, 3);
    }

    private PinnedFile model(String name, long seed) throws Exception {
        Path text = Files.write(
                folder.resolve(name + ".txt"),
                LongStream.range(seed, seed + 200)
                        .mapToObj(each -> SmallCorpus.english(each, 3))
                        .toList());
        Path arpa = folder.resolve(name + ".arpa");
        new NgramTrainer(NgramSettings.of(3, TextUnit.CHARACTERS), 1 << 20, 2, Progress.silent()).train(text, arpa);
        return PinnedFile.at(arpa);
    }

    /** Of the short pages, a third each is head, middle and tail. */
    private static Cutoffs cutoffs(PinnedFile file) {
        NgramModel model = NgramModel.read(Path.of(file.address()), TextUnit.CHARACTERS, Progress.silent());
        double[] sorted = LongStream.range(0, SHORT)
                .mapToDouble(i -> model.perplexity(shortPage(i)).value())
                .sorted()
                .toArray();
        return new Cutoffs(sorted[SHORT / 3 - 1], sorted[2 * SHORT / 3 - 1]);
    }

    private static CorpusSettings settings(PinnedFile model, Cutoffs cutoffs, Map<String, String> bounds) {
        PerplexityRule rule = new PerplexityRule(
                "en", model.address(), model.sha256(), TextUnit.CHARACTERS, cutoffs, new ParagraphRule(50, 3, 0.02));
        CorpusSettings plain = CorpusSettings.defaults();
        return new CorpusSettings(
                List.of("en"),
                plain.languageModels(),
                plain.priority(),
                plain.repeatedLines(),
                new FilterSettings(Preset.PILE, Map.of(), bounds, List.of(), List.of(), List.of(), List.of(rule)),
                plain.duplicates(),
                plain.privacy(),
                plain.decontamination(),
                plain.split(),
                7,
                false,
                List.of());
    }

    private static Document document(Corpus corpus, String end) {
        return corpus.documents()
                .filter(each -> each.uri().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void judgesDocumentsAndParagraphs() throws Exception {
        PinnedFile model = model("model", 100);
        Artifact built = pages.build("one", settings(model, cutoffs(model), Map.of("perplexity", "<= 50")));
        Corpus corpus = Corpus.open(built);

        assertThat(corpus.removed().map(Removal::rule)).containsExactly("empty");
        Document menu = document(corpus, "menu");
        assertThat(menu.text()).doesNotContain("QX7").contains("\n\n");
        assertThat(menu.attribute("perplexity-cut")).isEqualTo("3");
        Document good = document(corpus, "good");
        assertThat(Double.parseDouble(good.attribute("perplexity"))).isBetween(2.0, 20.0);
        assertThat(good.attribute("perplexity-cut")).isEqualTo("0");
        for (String bucket : List.of("1", "2", "3")) {
            assertThat(corpus.documents()
                            .filter(each -> each.uri().startsWith("https://b.example/"))
                            .map(each -> each.attribute("perplexity-bucket")))
                    .filteredOn(bucket::equals)
                    .hasSize(SHORT / 3);
        }
        assertThat(ReportPage.of(CorpusReport.of(built, 2), "small")).contains("perplexity", "50");
    }

    @Test
    void removesTheTailAlikeForAnyThreadsAndOtherwiseForAnotherModel() throws Exception {
        PinnedFile model = model("model", 100);
        Cutoffs cutoffs = cutoffs(model);
        Map<String, String> bounds = Map.of("perplexity-bucket", "<= 2");
        Artifact expected = pages.build("one", settings(model, cutoffs, bounds), 1);
        assertThat(Corpus.open(expected)
                        .removed()
                        .filter(each -> each.rule().equals("perplexity-bucket")
                                && each.document().uri().startsWith("https://b.example/")))
                .hasSize(SHORT / 3)
                .allSatisfy(each -> assertThat(each.threshold()).isEqualTo("<= 2"));
        for (int threads : new int[] {2, 4}) {
            assertThat(pages.build("threads" + threads, settings(model, cutoffs, bounds), threads)
                            .manifest()
                            .contentHash())
                    .isEqualTo(expected.manifest().contentHash());
        }
        Artifact other = pages.build("one", settings(model("other", 500), cutoffs, bounds));
        assertThat(other.manifest().contentHash())
                .isNotEqualTo(expected.manifest().contentHash());
    }

    @Test
    void missesAModelBeforeAnyPageIsRead() throws Exception {
        PinnedFile missing = new PinnedFile(folder.resolve("none.arpa").toString(), "0".repeat(64));
        assertThatThrownBy(() -> pages.build("none", settings(missing, Cutoffs.defaults(), Map.of())))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("model of n-grams for language \"en\"")
                .hasMessageContaining("none.arpa")
                .hasMessageContaining("correct its address");
        PinnedFile model = model("model", 100);
        PinnedFile changed = new PinnedFile(model.address(), "1".repeat(64));
        assertThatThrownBy(() -> pages.build("changed", settings(changed, Cutoffs.defaults(), Map.of())))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("is not what the recipe pins");
        Path half = folder.resolve("half.arpa");
        String whole = Files.readString(Path.of(model.address()));
        Files.writeString(half, whole.substring(0, whole.length() / 2));
        assertThatThrownBy(() -> pages.build("half", settings(PinnedFile.at(half), Cutoffs.defaults(), Map.of())))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("half.arpa")
                .hasMessageContaining("make or fetch it again");
    }

    @Test
    void refusesTwoModelsOfOneLanguage() {
        PinnedFile file = new PinnedFile("x.arpa", "0".repeat(64));
        PerplexityRule rule =
                settings(file, Cutoffs.defaults(), Map.of()).filters().ngrams().getFirst();
        assertThatThrownBy(() -> new FilterSettings(
                        Preset.PILE, Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(rule, rule)))
                .hasMessageContaining("\"en\" twice");
    }
}
