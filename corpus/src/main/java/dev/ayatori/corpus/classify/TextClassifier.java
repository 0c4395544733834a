package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.source.Loaded;
import dev.ayatori.corpus.source.PinnedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear classifier as fastText has it: the mean of the rows of a text's features, times a matrix of labels. Threads may
 * ask at once.
 *
 * <p>A text counts as one line, up to the word {@code </s>} where it has one: line feeds in it are spaces. Words like labels
 * are passed over.
 */
public final class TextClassifier {
    /** What fastText puts in front of a label. */
    public static final String LABEL_PREFIX = "__label__";

    /**
     * A label of a text.
     *
     * @param name without {@link #LABEL_PREFIX}
     * @param probability as fastText gives it: a little above 1 is possible
     */
    public record Prediction(String name, double probability) {}

    private static final Loaded<TextClassifier> LOADED =
            new Loaded<>((file, what) -> file.read(what, in -> FastTextFile.read(file.address(), in)));

    private final Model model;
    private final OutputLayer output;
    private final List<String> names;
    private final ThreadLocal<Features> features;

    /**
     * The parts of a classifier, as they stand in a file.
     *
     * @param settings what it sees of a text
     * @param loss how scores become probabilities
     * @param dictionary its words and labels
     * @param buckets the rows of n-grams, behind those of the words
     * @param input a row for each word and each bucket
     * @param output a row for each label (or each inner node of the tree)
     */
    record Model(
            FeatureSettings settings, Loss loss, Dictionary dictionary, Buckets buckets, Rows input, Rows output) {}

    TextClassifier(Model model) {
        this.model = model;
        this.output = layer(model);
        this.names = model.dictionary().labelTexts().stream()
                .map(TextClassifier::bare)
                .toList();
        this.features = ThreadLocal.withInitial(() -> features(model));
    }

    static Features features(Model model) {
        return new Features(model.dictionary(), model.settings(), model.buckets());
    }

    static OutputLayer layer(Model model) {
        return switch (model.loss()) {
            case HIERARCHICAL_SOFTMAX ->
                new HuffmanLayer(model.output(), model.dictionary().labelCounts());
            case SOFTMAX -> new SoftmaxLayer(model.output());
            case NEGATIVE_SAMPLING, ONE_VERSUS_ALL -> new IndependentLayer(model.output());
        };
    }

    /** Reads a model of fastText, {@code .bin} or {@code .ftz}. */
    public static TextClassifier read(Path file) {
        return FastTextFile.read(file);
    }

    /** Reads a model that settings name; a process reads it once. */
    public static TextClassifier pinned(PinnedFile file, String what) {
        return LOADED.get(file, what);
    }

    /** Writes a {@code .bin} that fastText reads too. */
    public void write(Path file) {
        FastTextWriter.write(file, model);
    }

    /** The labels without their prefix, the most frequent in training first. */
    public List<String> labels() {
        return names;
    }

    /** The best {@code count} labels of a text, best first; none for a text without any known feature. */
    public List<Prediction> predict(String text, int count) {
        return predict(text, count, 0);
    }

    /** Those of the best {@code count} labels whose probability is {@code least} at least. */
    public List<Prediction> predict(String text, int count, double least) {
        if (count < 1) {
            throw new IllegalArgumentException("count of labels must be at least 1, but is " + count);
        }
        Features found = features.get();
        found.read(text.getBytes(StandardCharsets.UTF_8));
        if (found.size() == 0) {
            return List.of();
        }
        List<Prediction> predictions = new ArrayList<>();
        for (OutputLayer.Scored scored : output.best(mean(found, model.input()), count, (float) least)) {
            predictions.add(new Prediction(names.get(scored.label()), StrictMath.exp(scored.score())));
        }
        return predictions;
    }

    /** The mean of the rows of all features. */
    static float[] mean(Features features, Rows input) {
        float[] hidden = input.sum(features.rows(), features.size());
        float share = (float) (1.0 / features.size());
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] *= share;
        }
        return hidden;
    }

    static String bare(String label) {
        return label.startsWith(LABEL_PREFIX) ? label.substring(LABEL_PREFIX.length()) : label;
    }
}
