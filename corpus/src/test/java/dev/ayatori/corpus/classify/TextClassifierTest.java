package dev.ayatori.corpus.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.corpus.classify.ClassifierReport.LabelScore;
import dev.ayatori.corpus.classify.ClassifierReport.Score;
import dev.ayatori.corpus.classify.TextClassifier.Prediction;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextClassifierTest {
    private static final FeatureSettings SEEN = new FeatureSettings(2, 10_000, 2, 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Loss.class, names = "NEGATIVE_SAMPLING", mode = EnumSource.Mode.EXCLUDE)
    void learnsWhatItsWordsTell(Loss loss) {
        TextClassifier classifier = trained(loss, 1);
        ClassifierReport report = ClassifierReport.of(examples(200, 99), text -> classifier.predict(text, 1));

        assertThat(report.examples()).isEqualTo(200);
        assertThat(report.micro().f1()).isGreaterThan(0.95);
        assertThat(report.labels()).containsOnlyKeys("fish", "bird", "tree");
    }

    @Test
    void isEqualForEqualExamplesAndSeeds() throws IOException {
        trained(Loss.SOFTMAX, 1).write(folder.resolve("one.bin"));
        trained(Loss.SOFTMAX, 1).write(folder.resolve("same.bin"));
        trained(Loss.SOFTMAX, 2).write(folder.resolve("other.bin"));

        assertThat(folder.resolve("one.bin")).hasSameBinaryContentAs(folder.resolve("same.bin"));
        assertThat(Files.mismatch(folder.resolve("one.bin"), folder.resolve("other.bin")))
                .isNotNegative();
    }

    @ParameterizedTest
    @EnumSource(value = Loss.class, names = "NEGATIVE_SAMPLING", mode = EnumSource.Mode.EXCLUDE)
    void predictsTheSameAfterWritingAndReading(Loss loss) {
        TextClassifier written = trained(loss, 1);
        written.write(folder.resolve("model.bin"));
        TextClassifier read = TextClassifier.read(folder.resolve("model.bin"));

        for (LabelledText example : examples(50, 5)) {
            assertThat(read.predict(example.text(), 3)).isEqualTo(written.predict(example.text(), 3));
        }
    }

    @Test
    void probabilitiesOfSoftmaxSumToOne() {
        double sum = trained(Loss.SOFTMAX, 1).predict("fin gill water", 3).stream()
                .mapToDouble(TextClassifier.Prediction::probability)
                .sum();
        assertThat(sum).isBetween(1.0, 1.0001);
    }

    @Test
    void huffmanGivesTheLabelsOfAllLeavesOrderedAsTheirPathsTell() {
        TextClassifier classifier = trained(Loss.HIERARCHICAL_SOFTMAX, 1);
        List<TextClassifier.Prediction> all = classifier.predict("wing nest", 3);
        assertThat(all).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(classifier.predict("wing nest", 1)).isEqualTo(all.subList(0, 1));
    }

    @Test
    void saysNothingOfATextWithoutAnyKnownFeature() throws IOException {
        TextClassifier words = new ClassifierTrainer(
                        new TrainingSettings(FeatureSettings.words(), Loss.SOFTMAX, 4, 0.5, 2, 100, 1),
                        Progress.silent())
                .train(examples(60, 1));
        assertThat(words.predict("", 3)).isEmpty();
    }

    @Test
    void readsLabelsWhereverTheyStand() {
        assertThat(LabelledText.parse("__label__a some \t text __label__b"))
                .isEqualTo(new LabelledText(List.of("__label__a", "__label__b"), "some text"));
    }

    @Test
    void refusesExamplesOfOneLabel() {
        assertThatThrownBy(() -> new ClassifierTrainer(TrainingSettings.defaults(), Progress.silent())
                        .train(List.of(LabelledText.parse("__label__a x"))))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("two labels");
    }

    @Test
    void learnsAllLabelsOfAnExampleWhereTheyStandForThemselves() {
        List<LabelledText> examples = new ArrayList<>();
        examples(300, 3).forEach(example -> {
            List<String> labels = new ArrayList<>(example.labels());
            labels.add(TextClassifier.LABEL_PREFIX + "alive");
            examples.add(new LabelledText(labels, example.text()));
        });
        TextClassifier classifier = new ClassifierTrainer(
                        new TrainingSettings(SEEN, Loss.ONE_VERSUS_ALL, 16, 0.5, 10, 1, 1), Progress.silent())
                .train(examples);
        ClassifierReport report = ClassifierReport.of(examples, text -> classifier.predict(text, 4, 0.5));
        assertThat(report.micro().f1()).isGreaterThan(0.99);
        assertThat(report.labels()).containsOnlyKeys("alive", "fish", "bird", "tree");
    }

    @Test
    void countsPrecisionRecallAndF1OfEachLabelAndOfAll() {
        Map<String, String> told = Map.of("1", "a", "2", "b", "3", "a", "4", "c");
        List<LabelledText> examples = Stream.of("__label__a 1", "__label__a 2", "__label__b 3", "__label__a 4", "5")
                .map(LabelledText::parse)
                .toList();
        ClassifierReport report =
                ClassifierReport.of(examples, text -> List.of(new Prediction(told.getOrDefault(text, ""), 1)));

        assertThat(report.examples()).isEqualTo(4);
        assertThat(report.labels().get("a")).isEqualTo(new LabelScore(3, 2, 1, new Score(0.5, 1 / 3.0, 0.4)));
        assertThat(report.labels().get("b")).isEqualTo(new LabelScore(1, 1, 0, new Score(0, 0, 0)));
        assertThat(report.labels().get("c")).isEqualTo(new LabelScore(0, 1, 0, new Score(0, 0, 0)));
        assertThat(report.micro()).isEqualTo(new Score(0.25, 0.25, 0.25));
        assertThat(report.macro().f1()).isCloseTo(0.4 / 3, within(1e-12));
    }

    @Test
    void refusesALearningRateThatLeavesNoNumbers() {
        assertThatThrownBy(() -> new ClassifierTrainer(
                                new TrainingSettings(SEEN, Loss.SOFTMAX, 16, 9e5, 10, 1, 1), Progress.silent())
                        .train(examples(300, 3)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("learning rate");
    }

    private static TextClassifier trained(Loss loss, long seed) {
        return new ClassifierTrainer(new TrainingSettings(SEEN, loss, 16, 0.5, 10, 1, seed), Progress.silent())
                .train(examples(300, 3));
    }

    private static List<LabelledText> examples(int count, long seed) {
        List<List<String>> words = List.of(
                List.of("fin", "gill", "water", "scale", "swim"),
                List.of("wing", "nest", "egg", "feather", "song"),
                List.of("leaf", "root", "bark", "branch", "ring"));
        List<String> labels = List.of("fish", "bird", "tree");
        Random random = new Random(seed);
        List<LabelledText> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(3);
            StringBuilder text = new StringBuilder("the");
            for (int j = 0; j < 4; j++) {
                text.append(' ').append(words.get(label).get(random.nextInt(5)));
            }
            examples.add(new LabelledText(List.of(TextClassifier.LABEL_PREFIX + labels.get(label)), text.toString()));
        }
        return examples;
    }
}
