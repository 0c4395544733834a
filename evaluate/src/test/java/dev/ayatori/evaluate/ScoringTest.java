package dev.ayatori.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.evaluate.language.TokenScorer;
import dev.ayatori.evaluate.statistics.ClusterBootstrap;
import dev.ayatori.evaluate.statistics.Wilson;
import dev.ayatori.evaluate.task.CharacterTokenizer;
import dev.ayatori.evaluate.task.ChoiceItem;
import dev.ayatori.evaluate.task.EncodedDocument;
import dev.ayatori.evaluate.task.Prompting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final int VOCABULARY = 40;
    private static final EvaluateSettings SETTINGS = new EvaluateSettings(1, 1_000, 100, 2, 3, 200);

    /** Every token is as likely as every other. */
    private record Uniform() implements TokenScorer {
        @Override
        public int longestSequence() {
            return 16;
        }

        @Override
        public double[] logProbabilities(int[] tokens) {
            double[] logs = new double[tokens.length - 1];
            Arrays.fill(logs, -Math.log(VOCABULARY));
            return logs;
        }
    }

    private final Scoring scoring = scored();

    @Test
    void dividesTheBitsOfAllTokensAndTheEndByTheBytes() {
        List<Score> scores = scoring.validation().scores(new ClusterBootstrap(1, 200));
        Score uniform = only(scores, "bits-per-byte", Score.ALL, "pretrained");
        double bits = documents().stream()
                .mapToDouble(document -> (document.tokens().length - 1) * Math.log(VOCABULARY) / Math.log(2))
                .sum();
        double bytes = documents().stream().mapToDouble(EncodedDocument::bytes).sum();
        assertThat(uniform.value()).isCloseTo(bits / bytes, within(1e-4));
        assertThat(uniform.interval().contains(uniform.value())).isTrue();
        assertThat(uniform.n()).isEqualTo(8);
        assertThat(only(scores, "sample-bytes", Score.ALL, "corpus").value()).isEqualTo(bytes);
    }

    @Test
    void comparesEveryPairOfModelsOnTheSameDocuments() {
        List<Score> scores = scoring.validation().scores(new ClusterBootstrap(1, 200));
        Score difference = only(scores, "difference", "ja", "pretrained - unigram");
        double expected = only(scores, "bits-per-byte", "ja", "pretrained").value()
                - only(scores, "bits-per-byte", "ja", "unigram").value();
        assertThat(difference.value()).isCloseTo(expected, within(2e-4));
        assertThat(only(scores, "difference", "ja", "kneser-ney-3 - unigram").n())
                .isEqualTo(4);
        assertThat(only(scores, "saving", "en", "kneser-ney-3 / unigram").unit())
                .isEqualTo("share");
    }

    @Test
    void tellsAccuraciesWithWilsonIntervalsBesideChance() {
        List<Score> scores = scoring.choices().scores(new ClusterBootstrap(1, 200));
        Score uniform = only(scores, "accuracy", Score.ALL, "pretrained");
        int first = (int) items().stream().filter(item -> item.correct() == 0).count();
        assertThat(uniform.value()).isCloseTo(first / 12.0, within(1e-4));
        assertThat(uniform.low()).isCloseTo(Wilson.interval(first, 12).low(), within(1e-4));
        assertThat(only(scores, "accuracy", "en", "chance").value()).isEqualTo(0.25);
        assertThat(only(scores, "accuracy", Score.ALL, "lexical-overlap").value())
                .isEqualTo(1);
        assertThat(only(scores, "difference", Score.ALL, "pretrained - lexical-overlap")
                        .value())
                .isCloseTo(uniform.value() - 1, within(1e-4));
        assertThat(scores.stream().filter(score -> score.task().equals("choice-unread")))
                .allMatch(score -> score.n() == 4);
    }

    @Test
    void reportIsOnePageThatLoadsNothing() {
        List<Score> scores = new ArrayList<>(scoring.validation().scores(new ClusterBootstrap(1, 200)));
        scores.addAll(scoring.choices().scores(new ClusterBootstrap(1, 200)));
        String page = new HtmlReport(scores, scoring.choices(), SETTINGS).html();
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("<svg ", "kneser-ney-3", "日本語", "prefers-color-scheme", "&lt;T&gt;")
                .doesNotContain("<T>", "src=", "href=", "http", "@import", "%s", "%d", "NaN");
    }

    @Test
    void sampleKeepsOrderAndBoundAndDependsOnTheSeed() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        List<Integer> sample = Sample.of(numbers, String::valueOf, any -> 3, new Sample.Bound(1, 100));
        assertThat(sample).hasSize(33).isSorted();
        assertThat(sample).isEqualTo(Sample.of(numbers, String::valueOf, any -> 3, new Sample.Bound(1, 100)));
        assertThat(sample).isNotEqualTo(Sample.of(numbers, String::valueOf, any -> 3, new Sample.Bound(2, 100)));
        assertThat(Sample.of(numbers, String::valueOf, any -> 1, new Sample.Bound(1, 100)))
                .isEqualTo(numbers);
    }

    private static Scoring scored() {
        Scoring scoring = new Scoring(SETTINGS, new CharacterTokenizer(VOCABULARY), documents(), items());
        scoring.baselines(documents().stream().map(EncodedDocument::tokens).toList());
        scoring.model("pretrained", new Uniform(), Prompting.CHAT);
        return scoring;
    }

    private static List<EncodedDocument> documents() {
        Random random = new Random(2);
        return IntStream.range(0, 8)
                .mapToObj(i -> {
                    int[] tokens =
                            random.ints(20 + random.nextInt(20), 6, VOCABULARY).toArray();
                    tokens[0] = 2;
                    tokens[tokens.length - 1] = 2;
                    return new EncodedDocument("d" + i, i % 2 == 0 ? "ja" : "en", 3 * tokens.length, tokens);
                })
                .toList();
    }

    private static List<ChoiceItem> items() {
        return IntStream.range(0, 12)
                .mapToObj(i -> {
                    List<String> answers = new ArrayList<>(List.of("aaaa", "bbbb", "cccc"));
                    answers.add(i % 4, "Of Class" + i + " <T>");
                    return new ChoiceItem(
                            "p" + i % 3 + ".Class" + i,
                            "Class" + i,
                            "p" + i % 3,
                            "What is Class" + i + "?",
                            "What is this?",
                            answers,
                            i % 4,
                            i % 2 == 0 ? "ja" : "en",
                            "d",
                            "d",
                            i % 3 == 0 ? "validation" : "train");
                })
                .toList();
    }

    private static Score only(List<Score> scores, String name, String language, String model) {
        return scores.stream()
                .filter(score -> score.name().equals(name)
                        && score.language().equals(language)
                        && score.model().equals(model)
                        && !score.task().equals("choice-unread"))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one " + one);
                })
                .orElseThrow();
    }
}
