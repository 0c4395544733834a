package dev.ayatori.corpus.clean;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts in how many pages of one collection each line stands, and takes out those that stand in nearly all: navigation,
 * column heads, footers that the extraction left.
 */
public final class RepeatedLines {
    private final RepeatedLineSettings settings;
    private final Map<String, Integer> pagesByLine = new HashMap<>();
    private int pages;

    /** Nothing counted yet. */
    public RepeatedLines(RepeatedLineSettings settings) {
        this.settings = settings;
    }

    /** Counts one page. */
    public void add(String text) {
        pages++;
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.length() <= settings.longestLine())
                .distinct()
                .forEach(line -> pagesByLine.merge(line, 1, Integer::sum));
    }

    /** The lines that are boilerplate, with the number of pages they stand in. */
    public SortedMap<String, Long> boilerplate() {
        var found = new TreeMap<String, Long>();
        pagesByLine.forEach((line, count) -> {
            if (count >= settings.minimumPages() && count > settings.pageShare() * pages) {
                found.put(line, (long) count);
            }
        });
        return found;
    }

    /** The text without these lines, cleaned. */
    public static String remove(String text, Set<String> lines) {
        return lines.isEmpty()
                ? text
                : TextCleaner.clean(text.lines()
                        .filter(line -> !lines.contains(line.strip()))
                        .collect(Collectors.joining("\n")));
    }
}
