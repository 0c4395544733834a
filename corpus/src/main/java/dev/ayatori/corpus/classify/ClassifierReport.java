package dev.ayatori.corpus.classify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well the first prediction of a classifier meets the labels of examples it has not seen.
 *
 * @param examples how many had a label
 * @param right how many predictions were one of the example's labels
 * @param labels by name without prefix
 */
public record ClassifierReport(long examples, long right, Map<String, Score> labels) {
    /**
     * One label.
     *
     * @param examples that bear it
     * @param predicted how often it was predicted
     * @param right how often rightly
     */
    public record Score(long examples, long predicted, long right) {
        /** Share of its predictions that are right. */
        public double precision() {
            return predicted == 0 ? 0 : (double) right / predicted;
        }

        /** Share of its examples that were found. */
        public double recall() {
            return examples == 0 ? 0 : (double) right / examples;
        }

        /** Harmonic mean of precision and recall. */
        public double f1() {
            return examples + predicted == 0 ? 0 : 2.0 * right / (examples + predicted);
        }

        private Score plus(long moreExamples, long morePredicted, long moreRight) {
            return new Score(examples + moreExamples, predicted + morePredicted, right + moreRight);
        }
    }

    /** Asks a classifier for the label of each example. */
    public static ClassifierReport of(TextClassifier classifier, List<LabelledText> examples) {
        Map<String, Score> labels = new TreeMap<>();
        long labelled = 0;
        long right = 0;
        for (LabelledText example : examples) {
            if (example.labels().isEmpty()) {
                continue;
            }
            labelled++;
            List<String> wanted = example.labels().stream()
                    .map(label -> label.substring(TextClassifier.LABEL_PREFIX.length()))
                    .toList();
            wanted.forEach(label -> add(labels, label, 1, 0, 0));
            for (TextClassifier.Prediction best : classifier.predict(example.text(), 1)) {
                boolean met = wanted.contains(best.name());
                add(labels, best.name(), 0, 1, met ? 1 : 0);
                right += met ? 1 : 0;
            }
        }
        return new ClassifierReport(labelled, right, labels);
    }

    private static void add(Map<String, Score> labels, String label, long examples, long predicted, long right) {
        labels.merge(
                label,
                new Score(examples, predicted, right),
                (one, other) -> one.plus(other.examples(), other.predicted(), other.right()));
    }

    /** Share of all examples whose prediction was right. */
    public double accuracy() {
        return examples == 0 ? 0 : (double) right / examples;
    }

    /** As a table. */
    public String text() {
        StringBuilder text = new StringBuilder("label\texamples\tprecision\trecall\tF1\n");
        labels.forEach((label, score) -> text.append(String.format(
                Locale.ROOT,
                "%s\t%d\t%.4f\t%.4f\t%.4f%n",
                label,
                score.examples(),
                score.precision(),
                score.recall(),
                score.f1())));
        return text.append(String.format(Locale.ROOT, "all\t%d\tright %.4f", examples, accuracy()))
                .toString();
    }
}
