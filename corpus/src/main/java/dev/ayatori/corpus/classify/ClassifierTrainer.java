package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.classify.TextClassifier.Model;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Trains a classifier by stochastic gradient descent, one example after the other in their order: equal examples and
 * settings give an equal model, which fastText's threads that write over each other do not.
 */
public final class ClassifierTrainer {
    private final TrainingSettings settings;
    private final Progress progress;

    /** A trainer with these settings. */
    public ClassifierTrainer(TrainingSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Learns from examples; those without a label or a known feature are passed over. */
    public TextClassifier train(List<LabelledText> examples) {
        try {
            return learned(examples);
        } catch (OutOfMemoryError e) {
            throw new AyatoriException(
                    "%,d rows of %d values for n-grams, and those of the words, need more than the heap of %,d MB holds; take fewer buckets or dimensions, or more memory with AYATORI_OPTS=-Xmx8g"
                            .formatted(
                                    settings.features().buckets(),
                                    settings.dimensions(),
                                    Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }

    private TextClassifier learned(List<LabelledText> examples) {
        Map<String, Long> words = counts(examples, false);
        Map<String, Long> labels = counts(examples, true);
        if (labels.size() < 2) {
            throw new AyatoriException(
                    "a classifier needs two labels at least, but the examples have " + labels.keySet()
                            + "; each line begins with its labels, as in " + TextClassifier.LABEL_PREFIX + "good");
        }
        long tokens = words.values().stream().mapToLong(n -> n).sum()
                + labels.values().stream().mapToLong(n -> n).sum();
        Dictionary dictionary = Dictionary.of(words, labels, tokens);
        SplittableRandom random = new SplittableRandom(settings.seed());
        Buckets buckets = Buckets.all(settings.features().buckets());
        Rows input = first((long) words.size() + settings.features().buckets(), random);
        Rows output = Rows.zeros(labels.size(), settings.dimensions());
        Model model = new Model(settings.features(), settings.loss(), dictionary, buckets, input, output);
        learn(model, examples, random);
        return new TextClassifier(model);
    }

    /** Words or labels by falling count, equal counts by their text. */
    private Map<String, Long> counts(List<LabelledText> examples, boolean labels) {
        Map<String, Long> counts = new HashMap<>();
        for (LabelledText example : examples) {
            if (labels) {
                example.labels().forEach(label -> counts.merge(label, 1L, Long::sum));
            } else {
                for (String word : example.text().split(" ")) {
                    if (!word.isEmpty()) {
                        counts.merge(word, 1L, Long::sum);
                    }
                }
                counts.merge(Dictionary.END_OF_LINE, 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> labels || entry.getValue() >= settings.leastCount())
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private Rows first(long rows, SplittableRandom random) {
        Rows matrix = Rows.zeros(rows, settings.dimensions());
        double most = 1.0 / settings.dimensions();
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) ((2 * random.nextDouble() - 1) * most);
        }
        return matrix;
    }

    private void learn(Model model, List<LabelledText> examples, SplittableRandom random) {
        OutputLayer layer = TextClassifier.layer(model);
        Features features = TextClassifier.features(model);
        Map<String, Integer> numbers = new HashMap<>();
        model.dictionary().labelTexts().forEach(label -> numbers.put(label, numbers.size()));
        long steps = (long) settings.epochs() * examples.size();
        long done = 0;
        progress.start("training the classifier", steps, "examples");
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            for (LabelledText example : examples) {
                float rate = (float) (settings.learningRate() * (1 - (double) done++ / steps));
                progress.advance(1);
                features.read(example.text().getBytes(StandardCharsets.UTF_8));
                if (example.labels().isEmpty() || features.size() == 0) {
                    continue;
                }
                float[] gradient = new float[settings.dimensions()];
                layer.learn(
                        TextClassifier.mean(features, model.input()),
                        targets(example, numbers, random),
                        rate,
                        gradient);
                if (!Float.isFinite(gradient[0])) {
                    throw new AyatoriException("in epoch " + (epoch + 1)
                            + " the weights grew beyond all numbers; take a learning rate below "
                            + settings.learningRate());
                }
                spread(features, gradient, model.input());
            }
        }
        progress.finish();
    }

    private int[] targets(LabelledText example, Map<String, Integer> numbers, SplittableRandom random) {
        int[] all = example.labels().stream().mapToInt(numbers::get).toArray();
        return settings.loss() == Loss.ONE_VERSUS_ALL ? all : new int[] {all[random.nextInt(all.length)]};
    }

    private static void spread(Features features, float[] gradient, Rows input) {
        float share = (float) (1.0 / features.size());
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= share;
        }
        int[] rows = features.rows();
        for (int i = 0; i < features.size(); i++) {
            input.add(rows[i], gradient);
        }
    }
}
