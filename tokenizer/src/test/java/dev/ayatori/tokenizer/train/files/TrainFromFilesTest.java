package dev.ayatori.tokenizer.train.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.train.learn.Algorithm;
import dev.ayatori.tokenizer.train.learn.VocabularySettings;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFromFilesTest {
    private static final String[] WORDS = {
        "猫", "が", "走る", "。", "空", "は", "青い", " cat", " runs", " in", " 2026", "メソッド", "を"
    };

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void makeText() {
        Random random = new Random(1);
        for (int line = 0; line < 600; line++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 20; word++) {
                text.append(WORDS[Math.min(random.nextInt(WORDS.length), random.nextInt(WORDS.length))]);
            }
            lines.add(text.toString());
        }
    }

    private TextFile file(String name, List<String> content) throws IOException {
        return new TextFile("text", Files.write(folder.resolve(name), content));
    }

    private static VocabularySettings settings(Algorithm algorithm, int size) {
        return new VocabularySettings(
                algorithm,
                size,
                0.9995,
                true,
                16,
                SegmentRules.defaults(),
                TextRules.AS_IT_IS,
                List.of("<pad>"),
                List.of("<br>"),
                100_000,
                0.75,
                2);
    }

    private Artifact train(String run, int threads, VocabularySettings settings, TextFile... files)
            throws IOException, InterruptedException {
        return train(run, new Resources(threads, folder), Progress.silent(), settings, files);
    }

    private Artifact train(
            String run, Resources resources, Progress progress, VocabularySettings settings, TextFile... files)
            throws IOException, InterruptedException {
        FileSource source = new FileSource(List.of(files), Map.of(), 1);
        try (RunFolder runFolder = RunFolder.lock(folder, run)) {
            return runFolder
                    .produce(new TrainFromFiles(new FileTraining(settings, source)), resources, progress)
                    .artifact();
        }
    }

    private static String model(Artifact artifact) throws IOException {
        return java.util.HexFormat.of().formatHex(Files.readAllBytes(artifact.file("tokenizer.model")));
    }

    @Test
    void learnsTheSameModelFromAnyDivisionIntoFilesOnAnyNumberOfThreads() throws Exception {
        Set<String> models = new HashSet<>();
        TextFile whole = file("whole.txt", lines);
        for (int threads : new int[] {1, 2, 3, 8}) {
            models.add(model(train("threads" + threads, threads, settings(Algorithm.UNIGRAM, 420), whole)));
        }
        TextFile[] parts = {
            file("c.txt", lines.subList(350, 600)),
            file("a.txt", lines.subList(0, 17)),
            file("b.txt", lines.subList(17, 350))
        };
        models.add(model(train("parts", 2, settings(Algorithm.UNIGRAM, 420), parts)));
        assertThat(models).hasSize(1);
    }

    @Test
    void goesOnWhereItWasStoppedToTheSameModel() throws Exception {
        TextFile whole = file("whole.txt", lines);
        VocabularySettings settings = settings(Algorithm.UNIGRAM, 400);
        String expected = model(train("straight", 2, settings, whole));
        for (int after : new int[] {1, 3, 4}) {
            Resources resources = new Resources(2, folder);
            assertThatThrownBy(() -> train("stopped" + after, resources, new StopsAfterRounds(after), settings, whole))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(model(train("stopped" + after, 1, settings, whole))).isEqualTo(expected);
        }
    }

    @Test
    void learnsPairsOfBytesAndOfCharacters() throws Exception {
        TextFile whole = file("whole.txt", lines);
        for (Algorithm algorithm : List.of(Algorithm.BPE, Algorithm.BYTE_BPE, Algorithm.BYTE_BPE_CL100K)) {
            Artifact artifact = train(algorithm.name(), 2, settings(algorithm, 400), whole);
            SubwordTokenizer tokenizer = Tokenizers.of(artifact);
            assertThat(tokenizer.vocabularySize()).isEqualTo(400);
            String text = "猫が走る。 cat runs😀";
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
            assertThat(tokenizer.encode("メソッド")).hasSize(1);
        }
    }

    @Test
    void readsCountsAndPreparesText() throws Exception {
        TextFile counted = file("counts.tsv", List.of("ｶﾀｶﾅ  カタカナ\t400", "見本\t500", "本\t3", "見\t3"));
        VocabularySettings plain = settings(Algorithm.UNIGRAM, 365);
        VocabularySettings settings = new VocabularySettings(
                Algorithm.UNIGRAM,
                365,
                0.9995,
                true,
                16,
                plain.rules(),
                new TextRules(CharacterRules.NMT_NFKC, true, true),
                List.of(),
                List.of(),
                100_000,
                0.75,
                2);
        SubwordTokenizer tokenizer = Tokenizers.of(train("counts", 1, settings, counted));
        assertThat(tokenizer.piece(tokenizer.encode("ｶﾀｶﾅ")[0])).isEqualTo("▁カタカナ");
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        refuses("bad.txt", new byte[] {'a', '\n', (byte) 0xFF, 'b'}, "line 2 is not UTF-8");
        refuses("half.txt", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, "line 1 is not UTF-8");
        refuses("nul.txt", new byte[] {'a', 0}, "line 1 holds the character NUL");
        refuses("empty.txt", new byte[0], "there is no text to learn from");
        refuses("blank.txt", " \n\n".getBytes(StandardCharsets.UTF_8), "there is no text to learn from");
        refuses("long.txt", new byte[17 << 20], "line 1 is longer than");
        refuses("half.jsonl", "{\"text\": \"a\\ud800b\"}".getBytes(StandardCharsets.UTF_8), "half a surrogate pair");
        refuses("no.tsv", "word\tmany".getBytes(StandardCharsets.UTF_8), "must be TEXT<TAB>COUNT");
    }

    private void refuses(String name, byte[] content, String message) throws IOException {
        TextFile file = new TextFile("text", Files.write(folder.resolve(name), content));
        assertThatThrownBy(() -> train("bad", 1, settings(Algorithm.UNIGRAM, 400), file))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining(message);
        assertThat(folder.resolve("bad").resolve("tokenizer")).doesNotExist();
    }

    @Test
    void tellsHowLargeTheVocabularyMayBe() throws Exception {
        TextFile whole = file("whole.txt", lines.subList(0, 3));
        for (Algorithm algorithm : List.of(Algorithm.UNIGRAM, Algorithm.BPE, Algorithm.BYTE_BPE)) {
            assertThatThrownBy(() -> train("large", 1, settings(algorithm, 20_000), whole))
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining("lower vocabularySize to at most");
        }
    }

    /** Stops the training as a kill would, after some rounds. */
    private static final class StopsAfterRounds implements Progress {
        private final int after;
        private int rounds;
        private String what = "";

        StopsAfterRounds(int after) {
            this.after = after;
        }

        @Override
        public void start(String what, long total, String unit) {
            this.what = what;
        }

        @Override
        public void advance(long by) {
            if (what.equals("learning pieces") && ++rounds == after) {
                throw new IllegalStateException("stopped");
            }
        }

        @Override
        public void note(String line) {}

        @Override
        public void finish() {}
    }
}
