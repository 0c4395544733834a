package dev.ayatori.corpus.ngram;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramTrainerTest {
    @TempDir
    Path folder;

    private NgramTrainer.@Nullable Trained trained;

    private static List<String> lines(long seed, int count) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder line = new StringBuilder();
            for (int word = random.nextInt(9); word >= 0; word--) {
                line.append((char) ('a' + (int) Math.abs(random.nextGaussian() * 4)))
                        .append(' ');
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private Path train(List<String> lines, int order, long memory) throws Exception {
        return train(lines, NgramSettings.of(order, TextUnit.WORDS), memory, 2);
    }

    private Path train(List<String> lines, NgramSettings settings, long memory, int threads) throws Exception {
        Path work = Files.createTempDirectory(folder, "work");
        Path text = Files.write(work.resolve("text"), lines);
        Path arpa = work.resolve("model.arpa");
        trained = new NgramTrainer(settings, memory, threads, Progress.silent()).train(text, arpa);
        assertThat(work.resolve("model.arpa.partial")).doesNotExist();
        return arpa;
    }

    private void foretellsAsBruteForce(NgramSettings settings) throws Exception {
        List<String> lines = lines(settings.order(), 300);
        NgramModel model = NgramModel.read(train(lines, settings, 100_000, 2), TextUnit.WORDS, Progress.silent());
        BruteForce expected = new BruteForce(lines, settings);
        List<String> asked = new ArrayList<>(lines(99, 200));
        asked.add("a zz b yy");
        for (String line : asked) {
            assertThat(model.perplexity(line).value())
                    .as(line)
                    .isCloseTo(expected.perplexity(line), within(1e-9 * expected.perplexity(line)));
        }
    }

    @Test
    void foretellsAsBruteForceDoes() throws Exception {
        for (int order = 2; order <= 5; order++) {
            foretellsAsBruteForce(NgramSettings.of(order, TextUnit.WORDS));
        }
    }

    @Test
    void foretellsAsBruteForceDoesWithoutRareWordsAndNgrams() throws Exception {
        foretellsAsBruteForce(new NgramSettings(3, TextUnit.WORDS, 5, List.of(0)));
        foretellsAsBruteForce(new NgramSettings(4, TextUnit.WORDS, 3, List.of(0, 1, 2)));
    }

    @Test
    void givesEveryContextAllOfItsProbability() throws Exception {
        List<String> lines = lines(3, 200);
        BruteForce model = new BruteForce(lines, new NgramSettings(3, TextUnit.WORDS, 1, List.of(0, 0, 1)));
        Set<String> vocabulary = new HashSet<>(Set.of("</s>", "<unk>"));
        lines.forEach(line -> vocabulary.addAll(List.of(line.strip().split(" "))));
        for (List<String> context : List.of(List.of("<s>", "a"), List.of("b", "a"), List.of("<unk>", "c"))) {
            double sum = 0;
            for (String word : vocabulary) {
                List<String> ngram = new ArrayList<>(context);
                ngram.add(word);
                sum += model.probability(ngram);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void writesTheSameFileForAnyMemoryAndThreads() throws Exception {
        List<String> lines = lines(8, 20_000);
        Path expected = train(lines, 4, 64 << 20);
        NgramSettings settings = NgramSettings.of(4, TextUnit.WORDS);
        for (int threads : new int[] {1, 2, 4}) {
            assertThat(train(lines, settings, 200_000, threads)).hasSameBinaryContentAs(expected);
            assertThat(requireNonNull(trained).files()).isGreaterThan(10 * threads);
        }
    }

    @Test
    void refusesMoreDifferentWordsThanMemoryHolds() {
        List<String> lines =
                IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        assertThatThrownBy(() -> train(lines, 2, 100_000))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("different words")
                .hasMessageContaining("take characters as units");
    }

    @Test
    void countsWhatItLearned() throws Exception {
        train(List.of("a b a", "", "a <s> b"), 2, 1 << 20);
        assertThat(trained).isEqualTo(new NgramTrainer.Trained(2, 6, 2, List.of(5L, 7L), 6));
    }

    @Test
    void foretellsTheTextItLearnedBetterThanAnother() throws Exception {
        List<String> lines = List.of("糸を指に掛けて川を作る。", "", "指から糸を外して橋を作る。", "糸と糸を結んで星を作る。");
        NgramModel model = NgramModel.read(
                train(lines, NgramSettings.of(3, TextUnit.CHARACTERS), 1 << 20, 1),
                TextUnit.CHARACTERS,
                Progress.silent());
        assertThat(model.perplexity("指に糸を掛けて橋を作る。").value())
                .isLessThan(model.perplexity("今日の天気は晴れのち曇り。").value());
        assertThat(model.perplexity("糸を結ぶ\n\n星を作る").units()).isEqualTo(10);
        Perplexity whole = model.perplexity("糸を結ぶ鯨");
        assertThat(model.perplexity("糸を結ぶ鯨", 0).value()).isCloseTo(whole.value(), within(1e-12));
        assertThat(model.perplexity("糸を結ぶ鯨", 0.2).value()).isLessThan(whole.value());
        assertThat(model.perplexity("糸を結ぶ鯨", 0.2).units()).isEqualTo(whole.units() - 1);
        assertThat(model.perplexity("").value()).isEqualTo(1);
    }

    @Test
    void refusesBeforeTheWorkWhatWouldFailAfterIt() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "a");
        NgramTrainer trainer = new NgramTrainer(NgramSettings.defaults(), 1 << 20, 1, Progress.silent());
        assertThatThrownBy(() -> trainer.train(text, text)).hasMessageContaining("would take the place of its text");
        assertThatThrownBy(() -> trainer.train(text, folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> trainer.train(folder.resolve("none"), folder.resolve("model")))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("none cannot be read")
                .hasMessageContaining("correct its path");
        assertThat(text).hasContent("a");
    }

    @Test
    void refusesATextWithoutWords() {
        assertThatThrownBy(() -> train(List.of("", " \u3000 "), 2, 1 << 20))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("has no words");
    }

    /** Modified Kneser-Ney as the paper writes it, over maps of n-grams. */
    private static final class BruteForce {
        private final int order;
        private final NgramSettings settings;
        private final List<Map<String, Integer>> counts = new ArrayList<>();
        private final List<Map<String, Integer>> raw = new ArrayList<>();
        private final Set<String> vocabulary = new HashSet<>();

        BruteForce(List<String> lines, NgramSettings settings) {
            this.order = settings.order();
            this.settings = settings;
            Map<String, Integer> words = new TreeMap<>();
            lines.forEach(line -> sentence(line).forEach(word -> words.merge(word, 1, Integer::sum)));
            for (int n = 0; n <= order; n++) {
                raw.add(new TreeMap<>());
            }
            for (String line : lines) {
                List<String> sentence = sentence(line);
                sentence.replaceAll(word -> requireNonNull(words.get(word)) < settings.leastCount() ? "<unk>" : word);
                vocabulary.addAll(sentence.subList(1, sentence.size()));
                for (int end = 2; end <= sentence.size(); end++) {
                    for (int n = 1; n <= Math.min(order, end); n++) {
                        raw.get(n).merge(String.join(" ", sentence.subList(end - n, end)), 1, Integer::sum);
                    }
                }
            }
            vocabulary.remove("<unk>");
            counts.add(Map.of());
            for (int n = 1; n <= order; n++) {
                Map<String, Integer> adjusted = new TreeMap<>();
                for (Map.Entry<String, Integer> ngram : raw.get(n).entrySet()) {
                    if (n == order || ngram.getKey().startsWith("<s>")) {
                        adjusted.put(ngram.getKey(), ngram.getValue());
                    }
                }
                if (n < order) {
                    for (String longer : raw.get(n + 1).keySet()) {
                        adjusted.merge(longer.substring(longer.indexOf(' ') + 1), 1, Integer::sum);
                    }
                }
                counts.add(adjusted);
            }
        }

        private static List<String> sentence(String line) {
            List<String> sentence = new ArrayList<>(List.of("<s>"));
            sentence.addAll(List.of(line.strip().split(" ")));
            sentence.add("</s>");
            return sentence;
        }

        private boolean pruned(int n, String ngram) {
            return settings.prunes(n, raw.get(n).getOrDefault(ngram, 0));
        }

        private double discount(int n, int count) {
            long[] seen = new long[5];
            counts.get(n).values().stream().filter(each -> each <= 4).forEach(each -> seen[each]++);
            double y = (double) seen[1] / (seen[1] + 2 * seen[2]);
            int i = Math.min(count, 3);
            double estimated = i - (i + 1) * y * seen[i + 1] / seen[i];
            boolean possible = seen[1] > 0 && seen[2] > 0 && seen[3] > 0;
            for (int j = 1; j <= 3 && possible; j++) {
                double each = j - (j + 1) * y * seen[j + 1] / seen[j];
                possible = each >= 0 && each <= j;
            }
            return possible ? estimated : i * 0.5;
        }

        double probability(List<String> ngram) {
            int n = ngram.size();
            if (n == 0) {
                return 1.0 / (vocabulary.size() + 1);
            }
            String context = String.join(" ", ngram.subList(0, n - 1));
            double total = 0;
            double left = 0;
            for (Map.Entry<String, Integer> each : counts.get(n).entrySet()) {
                int space = each.getKey().lastIndexOf(' ');
                if ((space < 0 ? "" : each.getKey().substring(0, space)).equals(context)) {
                    total += each.getValue();
                    left += pruned(n, each.getKey()) ? each.getValue() : discount(n, each.getValue());
                }
            }
            double lower = probability(ngram.subList(1, n).isEmpty() && n == 1 ? List.of() : ngram.subList(1, n));
            if (total == 0) {
                return lower;
            }
            String whole = String.join(" ", ngram);
            int count = pruned(n, whole) ? 0 : counts.get(n).getOrDefault(whole, 0);
            return (count > 0 ? count - discount(n, count) : 0) / total + left / total * lower;
        }

        double perplexity(String line) {
            List<String> sentence = sentence(line);
            sentence.replaceAll(word -> vocabulary.contains(word) || word.equals("<s>") ? word : "<unk>");
            double sum = 0;
            for (int i = 1; i < sentence.size(); i++) {
                List<String> ngram = sentence.subList(Math.max(0, i + 1 - order), i + 1);
                sum += Math.log10(probability(ngram));
            }
            return Math.pow(10, -sum / (sentence.size() - 1));
        }
    }
}
