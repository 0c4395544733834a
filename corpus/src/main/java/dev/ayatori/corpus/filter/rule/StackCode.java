package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Rules for source code of llm-jp-corpus v1.0.1 (scripts/filters.py) after RedPajama and Kocetkov et al. (2022), "The
 * Stack: 3 TB of permissively licensed source code": generated and data-like files go. Where the record brings the
 * number that The Stack counted, that number decides.
 */
final class StackCode {
    private StackCode() {}

    /** Characters of the longest line. */
    static Filter longestLine(Bounds bounds) {
        return new Measured(
                "longest-line",
                view -> given(
                        view,
                        "max_line_length",
                        () -> lines(view).stream()
                                .mapToInt(String::length)
                                .max()
                                .orElse(0)),
                bounds);
    }

    /** Mean number of characters of a line. */
    static Filter meanLine(Bounds bounds) {
        return new Measured(
                "mean-line",
                view -> given(
                        view,
                        "avg_line_length",
                        () -> lines(view).stream()
                                .mapToInt(String::length)
                                .average()
                                .orElse(0)),
                bounds);
    }

    /** Share of letters and digits among all characters. */
    static Filter alphanumeric(Bounds bounds) {
        return new Measured(
                "alphanumeric",
                view -> given(
                        view,
                        "alphanum_fraction",
                        () -> Measured.share(
                                view.letters().lettersAndDigits(),
                                view.letters().all())),
                bounds);
    }

    /** Whether the file's extension, from the record or its path, is one of these. */
    static Filter extension(Set<String> extensions) {
        return new Measured(
                "extension",
                view -> {
                    String path = view.about().uri();
                    String named = view.about().metadata("ext");
                    String extension = named.isEmpty() ? path.substring(path.lastIndexOf('.') + 1) : named;
                    return extensions.contains(extension)
                                    || extensions.contains(extension.toLowerCase(Locale.ROOT))
                                    || extensions.contains(path.substring(path.lastIndexOf('/') + 1))
                            ? 1
                            : 0;
                },
                Bounds.atLeast(1));
    }

    private interface Count {
        double get();
    }

    private static double given(TextView view, String name, Count count) {
        String known = view.about().metadata(name);
        try {
            return known.isEmpty() ? count.get() : Double.parseDouble(known);
        } catch (NumberFormatException e) {
            return count.get();
        }
    }

    /** A line feed at the end of the file begins no line. */
    private static List<String> lines(TextView view) {
        List<String> lines = view.lines().all();
        boolean ended = lines.getLast().isEmpty();
        return ended ? lines.subList(0, lines.size() - 1) : lines;
    }
}
