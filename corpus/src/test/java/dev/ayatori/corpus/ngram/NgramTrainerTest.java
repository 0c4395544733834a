package dev.ayatori.corpus.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramTrainerTest {
    @TempDir
    Path folder;

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
        Path work = Files.createTempDirectory(folder, "work");
        Path arpa = work.resolve("model.arpa");
        new NgramTrainer(new NgramSettings(order, TextUnit.WORDS), work, memory).train(lines.stream(), arpa);
        return arpa;
    }

    @Test
    void foretellsAsBruteForceDoes() throws Exception {
        for (int order = 2; order <= 5; order++) {
            List<String> lines = lines(order, 300);
            ArpaModel model = ArpaModel.read(train(lines, order, 1), TextUnit.WORDS);
            BruteForce expected = new BruteForce(lines, order);
            for (String line : lines(99, 200)) {
                assertThat(model.perplexity(line).value())
                        .as(line)
                        .isCloseTo(expected.perplexity(line), within(1e-9 * expected.perplexity(line)));
            }
            String strange = "a zz b yy";
            assertThat(model.perplexity(strange).value())
                    .isCloseTo(expected.perplexity(strange), within(1e-9 * expected.perplexity(strange)));
        }
    }

    @Test
    void givesEveryContextAllOfItsProbability() throws Exception {
        List<String> lines = lines(3, 200);
        BruteForce model = new BruteForce(lines, 3);
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
    void writesTheSameFileWithLittleAndWithMuchMemory() throws Exception {
        List<String> lines = lines(8, 4_000);
        Path work = Files.createTempDirectory(folder, "little");
        int spills = new NgramTrainer(new NgramSettings(4, TextUnit.WORDS), work, 1)
                .train(lines.stream(), work.resolve("model.arpa"));
        assertThat(spills).isGreaterThan(10);
        assertThat(work.resolve("model.arpa")).hasSameBinaryContentAs(train(lines, 4, 64 << 20));
    }

    @Test
    void foretellsTheTextItLearnedBetterThanAnother() throws Exception {
        Path work = Files.createTempDirectory(folder, "characters");
        Path arpa = work.resolve("model.arpa");
        new NgramTrainer(new NgramSettings(3, TextUnit.CHARACTERS), work, 1 << 20)
                .train("糸を指に掛けて川を作る。\n\n指から糸を外して橋を作る。\n糸と糸を結んで星を作る。".lines(), arpa);
        ArpaModel model = ArpaModel.read(arpa, TextUnit.CHARACTERS);
        assertThat(model.perplexity("指に糸を掛けて橋を作る。").value())
                .isLessThan(model.perplexity("今日の天気は晴れのち曇り。").value());
        assertThat(model.paragraphs("糸を結ぶ\n\n星を作る")).hasSize(2);
        assertThat(model.perplexity("").value()).isEqualTo(1);
    }

    @Test
    void readsAFileOfOthersAndNamesTheLineThatIsBroken() throws Exception {
        Path file = folder.resolve("theirs.arpa");
        String good =
                "\\data\\\nngram 1=4\nngram 2=1\n\n\\1-grams:\n-1\t<unk>\n-99\t<s>\t-0.5\n-0.5\t</s>\n-0.3\ta\t-0.2\n\n"
                        + "\\2-grams:\n-0.1\t<s> a\n\n\\end\\\n";
        Files.writeString(file, good);
        ArpaModel model = ArpaModel.read(file, TextUnit.WORDS);
        assertThat(model.perplexity("a").logProbability()).isCloseTo(-0.1 - 0.2 - 0.5, within(1e-12));
        Files.writeString(file, good.replace("<s> a", "<s>"));
        assertThatThrownBy(() -> ArpaModel.read(file, TextUnit.WORDS))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("line 12");
    }

    /** Modified Kneser-Ney as the paper writes it, over maps of n-grams. */
    private static final class BruteForce {
        private final int order;
        private final List<Map<String, Integer>> counts = new ArrayList<>();
        private final Set<String> vocabulary = new HashSet<>();

        BruteForce(List<String> lines, int order) {
            this.order = order;
            List<Map<String, Integer>> raw = new ArrayList<>();
            for (int n = 0; n <= order; n++) {
                raw.add(new TreeMap<>());
            }
            for (String line : lines) {
                List<String> sentence = sentence(line);
                vocabulary.addAll(sentence.subList(1, sentence.size()));
                for (int end = 2; end <= sentence.size(); end++) {
                    for (int n = 1; n <= Math.min(order, end); n++) {
                        raw.get(n).merge(String.join(" ", sentence.subList(end - n, end)), 1, Integer::sum);
                    }
                }
            }
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
                    left += discount(n, each.getValue());
                }
            }
            double lower = probability(ngram.subList(1, n).isEmpty() && n == 1 ? List.of() : ngram.subList(1, n));
            if (total == 0) {
                return lower;
            }
            int count = counts.get(n).getOrDefault(String.join(" ", ngram), 0);
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
