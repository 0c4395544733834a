package dev.ayatori.corpus.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * An example to learn from.
 *
 * @param labels with {@link TextClassifier#LABEL_PREFIX}
 * @param text without them
 */
public record LabelledText(List<String> labels, String text) {
    /** Those of fastText. */
    private static final String SPACES = " \t\n\u000b\f\r\u0000";

    /** Copies the labels. */
    public LabelledText {
        labels = List.copyOf(labels);
    }

    /** A line of fastText's training files: words that begin with the prefix are labels, wherever they stand. */
    public static LabelledText parse(String line) {
        List<String> labels = new ArrayList<>();
        List<String> words = new ArrayList<>();
        var tokens = new StringTokenizer(line, SPACES);
        while (tokens.hasMoreTokens()) {
            String word = tokens.nextToken();
            (word.startsWith(TextClassifier.LABEL_PREFIX) ? labels : words).add(word);
        }
        return new LabelledText(labels, String.join(" ", words));
    }
}
