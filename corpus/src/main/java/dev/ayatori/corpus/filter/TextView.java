package dev.ayatori.corpus.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text cut into lines, paragraphs and words once, for all filters.
 *
 * <p>Lines are those with anything in them, without the white space around; words are runs between white space;
 * paragraphs stand between blank lines.
 */
public final class TextView {
    private final String text;
    private final List<String> lines;
    private final List<String> paragraphs;
    private final List<String> words;

    private TextView(String text) {
        this.text = text;
        this.lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        this.paragraphs = paragraphs(text);
        this.words = lines.stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList();
    }

    /** Cuts a text. */
    public static TextView of(String text) {
        return new TextView(text);
    }

    /** The text as it is. */
    public String text() {
        return text;
    }

    /** Lines with anything in them, stripped. */
    public List<String> lines() {
        return lines;
    }

    /** Runs of lines between blank lines, each joined by line feeds. */
    public List<String> paragraphs() {
        return paragraphs;
    }

    /** Runs of characters between white space. */
    public List<String> words() {
        return words;
    }

    private static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        var current = new StringBuilder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank()) {
                current.append(current.isEmpty() ? "" : "\n").append(line.strip());
            } else if (!current.isEmpty()) {
                paragraphs.add(current.toString());
                current.setLength(0);
            }
        }
        if (!current.isEmpty()) {
            paragraphs.add(current.toString());
        }
        return paragraphs;
    }
}
