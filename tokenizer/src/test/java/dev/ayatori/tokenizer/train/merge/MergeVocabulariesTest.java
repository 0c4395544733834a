package dev.ayatori.tokenizer.train.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.train.files.FileSource;
import dev.ayatori.tokenizer.train.files.TextFile;
import dev.ayatori.tokenizer.train.merge.MergeSettings.LanguageVocabulary;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeVocabulariesTest {
    private static final Map<String, List<String>> SENTENCES = Map.of(
            "ja", List.of("猫が庭を走る。", "青い空を見上げる。", "本を読むのが好きだ。", "庭の花が咲いた。"),
            "en", List.of("The cat runs in the garden. ", "I like reading books. ", "A flower blooms today. "),
            "code", List.of("    return value + 1;", "for (int i = 0; i < n; i++) {", "    value = next(i);", "}"));

    @TempDir
    Path folder;

    private TextFile file(String source) throws IOException {
        Random random = new Random(3);
        List<String> sentences = SENTENCES.getOrDefault(source, List.of());
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 200; line++) {
            lines.add(
                    sentences.get(random.nextInt(sentences.size())) + sentences.get(random.nextInt(sentences.size())));
        }
        return new TextFile(source, Files.write(folder.resolve(source + ".txt"), lines));
    }

    /** Made-up words, so that there are pieces enough. */
    private static String word(String letters, Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.append(letters.equals("abcdeo") ? " " : "。").toString();
    }

    private Artifact merge(String run, int threads, int size) throws IOException, InterruptedException {
        MergeSettings settings = new MergeSettings(
                List.of(
                        new LanguageVocabulary("ja", 383, 8, true),
                        new LanguageVocabulary("en", 368, 16, false),
                        new LanguageVocabulary("code", 364, 16, false)),
                size,
                0.9995,
                10_000);
        FileSource source = new FileSource(List.of(file("ja"), file("en"), file("code")), Map.of(), 1);
        try (RunFolder runFolder = RunFolder.lock(folder, run)) {
            return runFolder
                    .produce(
                            new MergeVocabularies(new FileMerge(settings, source)),
                            new Resources(threads, folder),
                            Progress.silent())
                    .artifact();
        }
    }

    @Test
    void laysIdsOutAsPublished() throws Exception {
        SubwordTokenizer tokenizer = Tokenizers.of(merge("layout", 2, 0));
        assertThat(IntStream.range(0, 8).mapToObj(tokenizer::piece))
                .containsExactly("<unk>", "<s>", "</s>", "<mask>", "<pad>", "<CLS>", "<SEP>", "<EOD>");
        assertThat(tokenizer.piece(8)).isEqualTo("▁".repeat(24));
        assertThat(tokenizer.piece(31)).isEqualTo("▁");
        assertThat(tokenizer.piece(32)).isEqualTo("\n");
        assertThat(tokenizer.piece(33)).isEqualTo("<0x00>");
        assertThat(tokenizer.piece(288)).isEqualTo("<0xFF>");
        assertThat(tokenizer.kind(289)).isEqualTo(PieceKind.NORMAL);
    }

    @Test
    void knowsWordsOfAllLanguagesAndKeepsLines() throws Exception {
        SubwordTokenizer tokenizer = Tokenizers.of(merge("words", 2, 0));
        String text = "猫が庭を走る。\nThe garden value\n    return";
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        List<String> japanese = IntStream.range(289, tokenizer.vocabularySize())
                .mapToObj(tokenizer::piece)
                .filter(piece -> piece.contains("庭") || piece.contains("本"))
                .toList();
        assertThat(japanese).isNotEmpty().noneMatch(piece -> piece.startsWith("▁"));
    }

    @Test
    void leavesTheLeastLikelyPiecesOutWhenThereAreTooMany() throws Exception {
        int all = Tokenizers.of(merge("all", 1, 0)).vocabularySize();
        assertThat(Tokenizers.of(merge("fewer", 3, all - 20)).vocabularySize()).isEqualTo(all - 20);
        assertThat(merge("again", 3, all - 20).contentHash())
                .isEqualTo(merge("other", 1, all - 20).contentHash());
    }
}
