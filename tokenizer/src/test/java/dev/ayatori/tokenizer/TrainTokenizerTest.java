package dev.ayatori.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.tokenizer.TokenizerSettings.LanguageShare;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.format.SentencePieceModel;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTokenizerTest {
    @TempDir
    Path folder;

    private Artifact train(String run, int threads, TokenizerSettings settings) throws InterruptedException {
        Resources resources = new Resources(threads, folder);
        try (RunFolder runFolder = RunFolder.lock(folder, run)) {
            runFolder.produce(new TinyCorpus(), resources, Progress.silent());
            return runFolder
                    .produce(new TrainTokenizer(settings), resources, Progress.silent())
                    .artifact();
        }
    }

    private static TokenizerSettings settings(int vocabularySize) {
        TokenizerSettings defaults = TokenizerSettings.defaults();
        return new TokenizerSettings(
                vocabularySize,
                defaults.characterCoverage(),
                defaults.maximalPieceLength(),
                defaults.splitDigits(),
                defaults.seedSize(),
                defaults.shrinkingFactor(),
                defaults.subIterations(),
                defaults.sampleMegabytes(),
                List.of(new LanguageShare("ja", 0.5), new LanguageShare("en", 0.5), new LanguageShare("code", 0.5)));
    }

    @Test
    void learnsTheSameVocabularyOnAnyNumberOfThreads() throws InterruptedException {
        Set<String> hashes = new HashSet<>();
        for (int threads : new int[] {1, 2, 4}) {
            hashes.add(train("threads" + threads, threads, settings(420)).contentHash());
        }
        assertThat(hashes).hasSize(1);
    }

    @Test
    void writesTheSameVocabularyInBothFormats() throws InterruptedException {
        Artifact artifact = train("formats", 2, settings(420));
        Vocabulary vocabulary = HuggingFaceTokenizer.read(artifact.file(TrainTokenizer.TOKENIZER_JSON));
        assertThat(SentencePieceModel.read(artifact.file(TrainTokenizer.TOKENIZER_MODEL)))
                .isEqualTo(vocabulary);
        assertThat(vocabulary.size()).isEqualTo(420);
        assertThat(vocabulary.pieces().stream().map(piece -> piece.text()))
                .startsWith("<unk>", "<s>", "</s>", "<pad>", "<|user|>", "<|assistant|>", "<0x00>")
                .contains("文字列", "メソッド", "\n", "1", "2");
        assertThat(vocabulary.pieces().stream().skip(Vocabulary.FIXED).map(piece -> piece.text()))
                .noneMatch(text -> text.contains("12") || (text.length() > 1 && text.contains("\n")));
    }

    @Test
    void reportsWhatTheVocabularyDoesToEachLanguage() throws InterruptedException {
        Artifact artifact = train("report", 2, settings(420));
        VocabularyReport report = Json.read(artifact.file(TrainTokenizer.REPORT_JSON), VocabularyReport.class);
        assertThat(report.languages()).extracting(figures -> figures.language()).containsExactly("code", "en", "ja");
        assertThat(report.languages()).allSatisfy(figures -> {
            assertThat(figures.documents()).isEqualTo(90);
            assertThat(figures.charactersPerToken()).isGreaterThan(1.5);
            assertThat(figures.byteFallbackRate()).isLessThan(0.2);
        });
    }

    @Test
    void tellsHowLargeTheVocabularyMayBe() {
        assertThatThrownBy(() -> train("large", 1, settings(5_000)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("but 4738 are asked for; lower vocabularySize to at most");
        assertThatThrownBy(() -> train("small", 1, settings(300)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("raise vocabularySize");
    }
}
