package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.classify.TextClassifier.Prediction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well the predictions of a classifier meet the labels of examples it has not seen.
 *
 * @param examples how many had a label
 * @param micro over all labels of all examples
 * @param macro the mean over the labels
 * @param labels by name without prefix, those of the examples and those predicted
 */
public record ClassifierReport(long examples, Score micro, Score macro, Map<String, LabelScore> labels) {
    /**
     * Shares between 0 and 1.
     *
     * @param precision of the predictions that are right
     * @param recall of the labels that were found
     * @param f1 harmonic mean of both; of {@code macro}, the mean of those of the labels
     */
    public record Score(double precision, double recall, double f1) {
        private static Score of(long examples, long predicted, long right) {
            return new Score(
                    predicted == 0 ? 0 : (double) right / predicted,
                    examples == 0 ? 0 : (double) right / examples,
                    examples + predicted == 0 ? 0 : 2.0 * right / (examples + predicted));
        }
    }

    /**
     * One label.
     *
     * @param examples that bear it
     * @param predicted how often it was predicted
     * @param right how often rightly
     * @param score what follows from these
     */
    public record LabelScore(long examples, long predicted, long right, Score score) {
        private static LabelScore of(long examples, long predicted, long right) {
            return new LabelScore(examples, predicted, right, Score.of(examples, predicted, right));
        }

        private LabelScore plus(LabelScore more) {
            return of(examples + more.examples, predicted + more.predicted, right + more.right);
        }
    }

    /** Counts what {@code predictor} says of each example that has a label. */
    public static ClassifierReport of(List<LabelledText> examples, Function<String, List<Prediction>> predictor) {
        Map<String, LabelScore> labels = new TreeMap<>();
        List<LabelledText> labelled =
                examples.stream().filter(example -> !example.labels().isEmpty()).toList();
        for (LabelledText example : labelled) {
            Set<String> wanted =
                    example.labels().stream().map(TextClassifier::bare).collect(Collectors.toSet());
            Set<String> told = predictor.apply(example.text()).stream()
                    .map(Prediction::name)
                    .collect(Collectors.toSet());
            Set<String> either = new HashSet<>(wanted);
            either.addAll(told);
            for (String label : either) {
                int is = wanted.contains(label) ? 1 : 0;
                int said = told.contains(label) ? 1 : 0;
                labels.merge(label, LabelScore.of(is, said, is * said), LabelScore::plus);
            }
        }
        LabelScore all = labels.values().stream().reduce(LabelScore.of(0, 0, 0), LabelScore::plus);
        return new ClassifierReport(labelled.size(), all.score(), mean(labels), labels);
    }

    private static Score mean(Map<String, LabelScore> labels) {
        List<Score> scores = labels.values().stream().map(LabelScore::score).toList();
        return new Score(
                scores.stream().mapToDouble(Score::precision).average().orElse(0),
                scores.stream().mapToDouble(Score::recall).average().orElse(0),
                scores.stream().mapToDouble(Score::f1).average().orElse(0));
    }

    /** As a table. */
    public String text() {
        StringBuilder text = new StringBuilder("label\texamples\tprecision\trecall\tF1\n");
        labels.forEach((label, score) -> text.append(row(label, score.examples(), score.score())));
        return text.append(row("micro", examples, micro))
                .append(row("macro", examples, macro))
                .toString();
    }

    private static String row(String name, long examples, Score score) {
        return String.format(
                Locale.ROOT,
                "%s\t%d\t%.4f\t%.4f\t%.4f\n",
                name,
                examples,
                score.precision(),
                score.recall(),
                score.f1());
    }
}
