package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.classify.TextClassifier;
import dev.ayatori.corpus.classify.TextClassifier.Prediction;
import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.AyatoriException;
import java.util.List;

/**
 * A filter by the probability that a classifier gives to a label: of quality, of a topic, of what must not be read. It must be
 * 0.5 at least where {@code bounds} do not say otherwise.
 *
 * @param name of the filter
 * @param address path of a .bin or .ftz of fastText, or a web address
 * @param sha256 of its content
 * @param label whose probability is taken
 * @param languages of the documents that are asked about; empty for all
 */
public record ClassifierRule(String name, String address, String sha256, String label, List<String> languages) {
    public ClassifierRule {
        languages = List.copyOf(languages);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a classifier must not be empty");
        }
        new PinnedFile(address, sha256);
    }

    /** The filter; its model is loaded when it is first needed. */
    Filter filter() {
        return new Probability(this, Bounds.atLeast(0.5));
    }

    boolean judges(String language) {
        return languages.isEmpty() || languages.contains(language);
    }

    /** Loads the model and looks whether it knows the label. */
    void check() {
        List<String> labels = classifier().labels();
        if (!labels.contains(label)) {
            throw new AyatoriException("the classifier \"%s\" has no label \"%s\"; %s has %s"
                    .formatted(name, label, address, String.join(", ", labels)));
        }
    }

    private TextClassifier classifier() {
        return TextClassifier.pinned(new PinnedFile(address, sha256), "classifier \"" + name + "\"");
    }

    private record Probability(ClassifierRule rule, Bounds bounds) implements Filter {
        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public double measure(TextView view) {
            TextClassifier classifier = rule.classifier();
            return classifier.predict(view.text(), classifier.labels().size()).stream()
                    .filter(prediction -> prediction.name().equals(rule.label()))
                    .mapToDouble(Prediction::probability)
                    .findFirst()
                    .orElse(0);
        }
    }
}
