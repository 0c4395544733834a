package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.filter.view.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules of Penedo et al. (2024), "The FineWeb Datasets: Decanting the Web for the Finest Text Data at Scale", section
 * 3.6, counted as datatrove does (filters/fineweb_quality_filter.py).
 */
final class FineWeb {
    private static final int SHORT = 30;
    private static final String ENDS = ".?!\"'”’。．！？!?」』）)…：:;；｡";

    private FineWeb() {}

    /** Share of lines that end in punctuation. */
    static Filter punctuatedLines(Bounds bounds) {
        return new Measured(
                "punctuated-lines",
                view -> share(view, line -> ENDS.indexOf(line.charAt(line.length() - 1)) >= 0),
                bounds);
    }

    /** Share of lines of at most 30 characters. */
    static Filter shortLines(Bounds bounds) {
        return new Measured("short-lines-30", view -> share(view, line -> line.length() <= SHORT), bounds);
    }

    /** Share of the characters that stands in lines that stood before, of all but line feeds. */
    static Filter duplicateCharacters(Bounds bounds) {
        return new Measured("duplicate-characters", FineWeb::duplicateCharacters, bounds);
    }

    /** Line feeds per word. */
    static Filter lineFeedsPerWord(Function<TextView, Words> unit, Bounds bounds) {
        return new Measured(
                "line-feeds-per-word",
                view -> Measured.share(
                        view.lines().all().size() - 1.0, unit.apply(view).count()),
                bounds);
    }

    private interface Kind {
        boolean is(String line);
    }

    private static double share(TextView view, Kind kind) {
        List<String> lines = view.lines().filled();
        return Measured.share(lines.stream().filter(kind::is).count(), lines.size());
    }

    private static double duplicateCharacters(TextView view) {
        Set<String> seen = new HashSet<>();
        long all = 0;
        long again = 0;
        for (String line : view.lines().all()) {
            all += line.length();
            again += !line.isBlank() && !seen.add(line) ? line.length() : 0;
        }
        return Measured.share(again, all);
    }
}
