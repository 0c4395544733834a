package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.TextLines;
import dev.ayatori.corpus.classify.ClassifierReport;
import dev.ayatori.corpus.classify.ClassifierTrainer;
import dev.ayatori.corpus.classify.FeatureSettings;
import dev.ayatori.corpus.classify.LabelledText;
import dev.ayatori.corpus.classify.Loss;
import dev.ayatori.corpus.classify.TextClassifier;
import dev.ayatori.corpus.classify.TrainingSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
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

    @Command(
            mixinStandardHelpOptions = true,
            description = "Learns a classifier from labelled lines; equal lines and settings give an equal file.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus classifier train quality.txt quality.bin --word-ngrams 2")
    int train(
            @Mixin Training training,
            @Mixin Output output,
            @Parameters(index = "0", paramLabel = "EXAMPLES", description = "labelled lines") String examples,
            @Parameters(index = "1", paramLabel = "MODEL", description = "the file to write") Path model) {
        TextClassifier classifier =
                new ClassifierTrainer(training.settings(), output.progress()).train(examples(examples));
        classifier.write(model);
        output.print(classifier.labels(), () -> model + " tells " + String.join(", ", classifier.labels()));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Measures a classifier on labelled lines: precision, recall and F1 of each label.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus classifier test quality.bin held-out.txt")
    int test(
            @Mixin Output output,
            @Parameters(index = "0", paramLabel = "MODEL", description = "a .bin or .ftz") Path model,
            @Parameters(index = "1", paramLabel = "EXAMPLES", description = "labelled lines") String examples) {
        ClassifierReport report = ClassifierReport.of(TextClassifier.read(model), examples(examples));
        output.print(report, report::text);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Tells the labels of each line, best first, with their probabilities.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus classifier predict lid.176.ftz --lines texts.txt --best 3")
    int predict(
            @Parameters(index = "0", paramLabel = "MODEL", description = "a .bin or .ftz") Path model,
            @Option(
                            names = "--lines",
                            defaultValue = "-",
                            paramLabel = "FILE",
                            description = "what to look at (default: standard input)")
                    String lines,
            @Option(
                            names = "--best",
                            defaultValue = "1",
                            paramLabel = "N",
                            description = "labels of each line (default: ${DEFAULT-VALUE})")
                    int best) {
        TextClassifier classifier = TextClassifier.read(model);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        TextLines.of(lines, line -> {
            List<String> told = new ArrayList<>();
            for (TextClassifier.Prediction prediction : classifier.predict(line, best)) {
                told.add(prediction.name() + " " + String.format(Locale.ROOT, "%.6g", prediction.probability()));
            }
            out.println(String.join(" ", told));
        });
        out.flush();
        return 0;
    }

    private static List<LabelledText> examples(String file) {
        List<LabelledText> examples = new ArrayList<>();
        TextLines.of(file, line -> examples.add(LabelledText.parse(line)));
        return examples;
    }
}
