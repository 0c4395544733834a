package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.TextLines;
import dev.ayatori.corpus.classify.ClassifierReport;
import dev.ayatori.corpus.classify.ClassifierTrainer;
import dev.ayatori.corpus.classify.FeatureSettings;
import dev.ayatori.corpus.classify.LabelledText;
import dev.ayatori.corpus.classify.Loss;
import dev.ayatori.corpus.classify.TextClassifier;
import dev.ayatori.corpus.classify.TextClassifier.Prediction;
import dev.ayatori.corpus.classify.TrainingSettings;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus classifier}: linear classifiers of text, in fastText's format. */
@Command(
        name = "classifier",
        mixinStandardHelpOptions = true,
        description = {
            "Trains, tests and asks linear classifiers of text: language, code, quality.",
            "Examples are lines that begin with their labels, such as __label__good; models are fastText's .bin and .ftz."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus classifier train quality.txt quality.bin --word-ngrams 2",
            "  ayatori corpus classifier test quality.bin held-out.txt",
            "  ayatori corpus classifier predict lid.176.ftz --lines texts.txt"
        })
final class ClassifierCommand {
    /** Settings of a training. */
    static final class Training {
        @Option(
                names = "--word-ngrams",
                paramLabel = "N",
                description = "longest run of words that is a feature (default: 1)")
        private int wordNgrams = 1;

        @Option(
                names = "--character-ngrams",
                arity = "2",
                paramLabel = "N",
                description = "shortest and longest run of characters that is a feature (default: none)")
        private int[] characterNgrams = {0, 0};

        @Option(
                names = "--buckets",
                paramLabel = "N",
                description = "rows that n-grams share (default: 2000000 where there are any)")
        private int buckets = 2_000_000;

        @Option(
                names = "--loss",
                paramLabel = "NAME",
                description = "softmax, hierarchical_softmax, or one_versus_all for examples of several labels"
                        + " (default: softmax)")
        private Loss loss = Loss.SOFTMAX;

        @Option(
                names = "--dimensions",
                paramLabel = "N",
                description = "of a text's vector (default: ${DEFAULT-VALUE})")
        private int dimensions = 100;

        @Option(
                names = "--learning-rate",
                paramLabel = "RATE",
                description = "at the start (default: ${DEFAULT-VALUE})")
        private double learningRate = 0.1;

        @Option(
                names = "--epochs",
                paramLabel = "N",
                description = "how often each example is read (default: ${DEFAULT-VALUE})")
        private int epochs = 5;

        @Option(
                names = "--least-count",
                paramLabel = "N",
                description = "rarer words are unknown (default: ${DEFAULT-VALUE})")
        private int leastCount = 1;

        @Option(names = "--seed", paramLabel = "N", description = "of the first values (default: ${DEFAULT-VALUE})")
        private long seed = 1;

        TrainingSettings settings() {
            boolean hashed = wordNgrams > 1 || characterNgrams[1] > 0;
            FeatureSettings features =
                    new FeatureSettings(wordNgrams, hashed ? buckets : 0, characterNgrams[0], characterNgrams[1]);
            return new TrainingSettings(features, loss, dimensions, learningRate, epochs, leastCount, seed);
        }
    }

    /** Which labels are told. */
    static final class Asking {
        @Option(names = "--best", paramLabel = "N", description = "labels of each line (default: ${DEFAULT-VALUE})")
        private int best = 1;

        @Option(
                names = "--threshold",
                paramLabel = "P",
                description = "only labels of at least this probability (default: ${DEFAULT-VALUE})")
        private double threshold = 0;

        Function<String, List<Prediction>> of(TextClassifier classifier) {
            if (best < 1 || !(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("--best must be at least 1 and --threshold between 0 and 1, but are "
                        + best + " and " + threshold);
            }
            return text -> classifier.predict(text, best, threshold);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Learns a classifier from labelled lines; equal lines and settings give an equal file.",
                "Until it is done it stands beside its place as MODEL.partial. The lines are kept in memory."
            },
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus classifier train quality.txt quality.bin --word-ngrams 2")
    int train(
            @Mixin Training training,
            @Mixin Output output,
            @Parameters(index = "0", paramLabel = "EXAMPLES", description = "labelled lines; - is standard input")
                    String examples,
            @Parameters(index = "1", paramLabel = "MODEL", description = "the file to write") Path model) {
        TrainingSettings settings = training.settings();
        Path folder = model.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(model)) {
            throw new AyatoriException(model + " cannot be written: name a file in a folder that exists");
        }
        TextClassifier classifier = new ClassifierTrainer(settings, output.progress()).train(examples(examples));
        classifier.write(model);
        output.print(classifier.labels(), () -> model + " tells " + String.join(", ", classifier.labels()));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Measures a classifier on labelled lines: precision, recall and F1 of each label.",
                "Micro counts the labels together, macro is the mean over them."
            },
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus classifier test quality.bin held-out.txt")
    int test(
            @Mixin Asking asking,
            @Mixin Output output,
            @Parameters(index = "0", paramLabel = "MODEL", description = "a .bin or .ftz") Path model,
            @Parameters(index = "1", paramLabel = "EXAMPLES", description = "labelled lines; - is standard input")
                    String examples) {
        Function<String, List<Prediction>> predictor = asking.of(TextClassifier.read(model));
        ClassifierReport report = ClassifierReport.of(examples(examples), predictor);
        if (report.examples() == 0) {
            throw new AyatoriException("no line of " + examples + " has a label, as in " + TextClassifier.LABEL_PREFIX
                    + "good; there is nothing to measure");
        }
        output.print(report, report::text);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Tells the labels of each line, best first, with their probabilities.",
                "With --json, a line of JSON for each."
            },
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus classifier predict lid.176.ftz --lines texts.txt --best 3")
    int predict(
            @Mixin Asking asking,
            @Mixin Output output,
            @Parameters(index = "0", paramLabel = "MODEL", description = "a .bin or .ftz") Path model,
            @Option(
                            names = "--lines",
                            defaultValue = "-",
                            paramLabel = "FILE",
                            description = "what to look at (default: standard input)")
                    String lines) {
        Function<String, List<Prediction>> predictor = asking.of(TextClassifier.read(model));
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        TextLines.of(lines, line -> {
            List<Prediction> told = predictor.apply(line);
            out.println(output.isJson() ? Json.line(told) : text(told));
        });
        out.flush();
        return 0;
    }

    private static String text(List<Prediction> predictions) {
        return predictions.stream()
                .map(each -> each.name() + " " + String.format(Locale.ROOT, "%.6g", each.probability()))
                .collect(Collectors.joining(" "));
    }

    private static List<LabelledText> examples(String file) {
        List<LabelledText> examples = new ArrayList<>();
        TextLines.of(file, line -> examples.add(LabelledText.parse(line)));
        return examples;
    }
}
