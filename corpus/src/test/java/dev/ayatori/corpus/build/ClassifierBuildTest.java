package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.SmallCorpus;
import dev.ayatori.corpus.classify.ClassifierTrainer;
import dev.ayatori.corpus.classify.LabelledText;
import dev.ayatori.corpus.classify.TrainingSettings;
import dev.ayatori.corpus.filter.ClassifierRule;
import dev.ayatori.corpus.filter.FilterSettings;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.language.LanguageModel;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierBuildTest {
    private static final String SPAM = "buy cheap watches now ";

    @TempDir
    Path folder;

    private SmallCorpus pages = new SmallCorpus(Path.of(""));

    @BeforeEach
    void write() {
        pages = new SmallCorpus(folder)
                .add("https://a.example/good", SmallCorpus.english(1, 12))
                .add("https://a.example/bad", SmallCorpus.english(2, 4) + " " + SPAM.repeat(40) + ".")
                .add("https://a.example/foreign", "zort blik fnar quib ".repeat(40) + ".");
    }

    private PinnedFile model(String name, Stream<String> examples) {
        Path file = folder.resolve(name);
        new ClassifierTrainer(TrainingSettings.defaults(), Progress.silent())
                .train(examples.map(LabelledText::parse).toList())
                .write(file);
        return PinnedFile.at(file);
    }

    private LanguageModel languages(double least) {
        PinnedFile file = model(
                "languages.bin",
                LongStream.range(100, 200)
                        .boxed()
                        .flatMap(seed -> Stream.of(
                                "__label__eng_Latn " + SmallCorpus.english(seed, 2) + " buy cheap now",
                                "__label__zrt_Latn zort quib blik fnar")));
        return new LanguageModel(file.address(), file.sha256(), least, List.of());
    }

    private ClassifierRule quality() {
        PinnedFile file = model(
                "quality.bin",
                LongStream.range(200, 300)
                        .boxed()
                        .flatMap(seed -> Stream.of(
                                "__label__good " + SmallCorpus.english(seed, 2), "__label__bad " + SPAM.repeat(3))));
        return new ClassifierRule("quality", file.address(), file.sha256(), "good", List.of("en"));
    }

    private static CorpusSettings settings(LanguageModel languages, ClassifierRule quality) {
        CorpusSettings plain = CorpusSettings.defaults();
        return new CorpusSettings(
                List.of("en", "und"),
                List.of(languages),
                plain.priority(),
                plain.repeatedLines(),
                new FilterSettings(Preset.PILE, Map.of(), Map.of(), List.of(), List.of(), List.of(quality), List.of()),
                plain.duplicates(),
                plain.privacy(),
                plain.decontamination(),
                plain.split(),
                7,
                false,
                List.of());
    }

    @Test
    void asksModelsForLanguageAndQuality() throws Exception {
        CorpusSettings settings = settings(languages(0.5), quality());
        Corpus corpus = Corpus.open(pages.build("one", settings));

        assertThat(corpus.documents().map(Document::uri)).containsExactly("https://a.example/good");
        Document kept = corpus.documents().findFirst().orElseThrow();
        assertThat(kept.language()).isEqualTo("en");
        assertThat(kept.attribute(Document.LANGUAGE_REASON)).contains("model 1 says eng_Latn at 0.9");
        assertThat(Double.parseDouble(kept.attribute("quality"))).isBetween(0.5, 1.0);
        assertThat(corpus.removed().map(Removal::rule)).containsExactlyInAnyOrder("quality", "language");
        assertThat(corpus.removed().filter(each -> each.rule().equals("quality")))
                .singleElement()
                .satisfies(removal -> assertThat(removal.document().uri()).endsWith("bad"))
                .satisfies(removal -> assertThat(removal.threshold()).isEqualTo(">= 0.5"));
    }

    @Test
    void callsALanguageUnknownThatNoModelIsSureOf() throws Exception {
        Corpus corpus = Corpus.open(pages.build("unsure", settings(languages(1), quality())));

        assertThat(corpus.documents().map(Document::language)).containsOnly("und");
        assertThat(corpus.documents().map(document -> document.attribute(Document.LANGUAGE_REASON)))
                .allMatch(reason -> reason.endsWith("not sure enough"));
    }

    @Test
    void missesAModelBeforeAnyPageIsRead() throws Exception {
        LanguageModel languages = languages(0.5);
        ClassifierRule quality = quality();
        ClassifierRule other = new ClassifierRule("quality", quality.address(), quality.sha256(), "fine", List.of());
        assertThatThrownBy(() -> pages.build("label", settings(languages, other)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("no label \"fine\"")
                .hasMessageContaining("good");

        LanguageModel moved = new LanguageModel("elsewhere.bin", "0".repeat(64), 0.5, List.of());
        assertThatThrownBy(() -> pages.build("moved", settings(moved, quality)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("elsewhere.bin");

        Path half = folder.resolve("half.bin");
        byte[] whole = Files.readAllBytes(Path.of(quality.address()));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        PinnedFile cut = PinnedFile.at(half);
        LanguageModel broken = new LanguageModel(cut.address(), cut.sha256(), 0.5, List.of());
        assertThatThrownBy(() -> pages.build("half", settings(broken, quality)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("no whole fastText model");
    }
}
