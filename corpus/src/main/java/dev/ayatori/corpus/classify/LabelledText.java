package dev.ayatori.corpus.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * An example to learn from.
 *
 * @param labels with {@link TextClassifier#LABEL_PREFIX}
 * @param text without them
 */
public record LabelledText(List<String> labels, String text) {
    /** Copies the labels. */
    public LabelledText {
        labels = List.copyOf(labels);
    }

    /** A line of fastText's training files: words that begin with the prefix are labels, wherever they stand. */
    public static LabelledText parse(String line) {
        List<String> labels = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String word : line.split("[ \\t\\n\\u000b\\f\\r\\u0000]+")) {
            (word.startsWith(TextClassifier.LABEL_PREFIX) ? labels : words).add(word);
        }
        return new LabelledText(labels, String.join(" ", words).strip());
    }
}
