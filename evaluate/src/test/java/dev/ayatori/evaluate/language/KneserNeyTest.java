package dev.ayatori.evaluate.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.corpus.ngram.Discounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KneserNeyTest {

    private static final int END = 0;

    @Property(tries = 60)
    void agreesWithTheDefinitionsWrittenDown(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 9) int vocabulary,
            @ForAll @IntRange(min = 1, max = 5) int order) {
        Random random = new Random(seed);
        List<int[]> texts = randomTexts(random, vocabulary, 12, 30);
        KneserNey model = new KneserNey(texts, order, vocabulary, END);
        BruteForce bruteForce = new BruteForce(texts, order, vocabulary);

        for (int[] text : randomTexts(random, vocabulary, 4, 15)) {
            double[] scored = model.logProbabilities(text);
            for (int i = 1; i < text.length; i++) {
                double expected = bruteForce.probability(list(text).subList(Math.max(0, i - order + 1), i), text[i]);
                assertThat(Math.exp(scored[i - 1])).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Property(tries = 100)
    void sumsToOneAfterAnyText(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int order) {
        Random random = new Random(seed);
        int vocabulary = 5 + random.nextInt(200);
        KneserNey model = new KneserNey(randomTexts(random, vocabulary, 10, 200), order, vocabulary, END);
        for (int[] text : randomTexts(random, vocabulary, 5, 10)) {
            double sum = IntStream.range(0, vocabulary)
                    .mapToDouble(word -> model.probability(text, word))
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void givesTokensNeverSeenAProbabilityAboveZero() {
        KneserNey model = new KneserNey(List.of(new int[] {END, 1, 2, END}), 5, 10, END);
        assertThat(model.probability(new int[] {END, 1}, 9)).isPositive();
    }

    @Test
    void knowsWhatItHasRead() {
        int[] text = {END, 1, 2, 3, 4, 5, 6, 7, END};
        KneserNey model = new KneserNey(List.of(text, text, text), 5, 100, END);
        assertThat(model.probability(new int[] {END, 1, 2, 3, 4}, 5)).isGreaterThan(0.5);
    }

    private static List<int[]> randomTexts(Random random, int vocabulary, int texts, int longest) {
        List<int[]> result = new ArrayList<>();
        for (int t = 0; t < texts; t++) {
            int[] text = new int[2 + random.nextInt(longest)];
            for (int i = 1; i < text.length - 1; i++) {
                text[i] = 1 + (int) Math.min(vocabulary - 2, Math.abs(random.nextGaussian()) * vocabulary / 3);
            }
            result.add(text);
        }
        return result;
    }

    private static List<Integer> list(int[] tokens) {
        return IntStream.of(tokens).boxed().toList();
    }

    /** The formulas of the paper over hash maps of lists, slow and short. */
    private static final class BruteForce {
        private final int order;
        private final int vocabulary;
        private final Map<List<Integer>, Integer> raw = new HashMap<>();
        private final Map<List<Integer>, Set<Integer>> before = new HashMap<>();

        BruteForce(List<int[]> texts, int order, int vocabulary) {
            this.order = order;
            this.vocabulary = vocabulary;
            for (int[] text : texts) {
                for (int to = 2; to <= text.length; to++) {
                    for (int length = 1; length <= Math.min(order, to); length++) {
                        List<Integer> ngram = list(text).subList(to - length, to);
                        raw.merge(ngram, 1, Integer::sum);
                        if (to > length) {
                            before.computeIfAbsent(ngram, any -> new HashSet<>())
                                    .add(text[to - length - 1]);
                        }
                    }
                }
            }
        }

        int count(List<Integer> ngram) {
            boolean beginsText = ngram.size() > 1 && ngram.getFirst() == END;
            return ngram.size() == order || beginsText
                    ? raw.getOrDefault(ngram, 0)
                    : before.getOrDefault(ngram, Set.of()).size();
        }

        double probability(List<Integer> context, int word) {
            double lower = context.isEmpty() ? 1.0 / vocabulary : probability(context.subList(1, context.size()), word);
            List<Integer> counts = new ArrayList<>();
            for (int next = 0; next < vocabulary; next++) {
                counts.add(count(join(context, next)));
            }
            int total = counts.stream().mapToInt(Integer::intValue).sum();
            if (total == 0) {
                return lower;
            }
            Discounts discounts = discounts(context.size() + 1);
            double mass = counts.stream().mapToDouble(discounts::of).sum();
            int count = counts.get(word);
            return (count - discounts.of(count)) / total + mass / total * lower;
        }

        private Discounts discounts(int length) {
            return Discounts.estimate(raw.keySet().stream()
                    .filter(ngram -> ngram.size() == length)
                    .mapToInt(this::count)
                    .toArray());
        }

        private static List<Integer> join(List<Integer> context, int word) {
            List<Integer> ngram = new ArrayList<>(context);
            ngram.add(word);
            return ngram;
        }
    }
}
