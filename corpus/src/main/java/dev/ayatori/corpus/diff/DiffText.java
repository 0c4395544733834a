package dev.ayatori.corpus.diff;

import dev.ayatori.corpus.Tally;
import java.util.Locale;
import java.util.SortedMap;

/** Writes the differences of two corpora for people. */
final class DiffText {
    private final StringBuilder out = new StringBuilder();

    private DiffText() {}

    static String of(CorpusDiff diff) {
        DiffText text = new DiffText();
        diff.settings()
                .forEach(setting ->
                        text.line("%s: %s -> %s", setting.name(), orNone(setting.first()), orNone(setting.second())));
        text.tally("kept by the first", diff.first());
        text.tally("kept by the second", diff.second());
        text.tally("kept or removed alike by both", diff.same());
        text.changes("removed by the second", diff.removed());
        text.changes("brought back by the second", diff.broughtBack());
        text.changes("removed by another rule", diff.otherRule());
        text.change("kept with another text", diff.edited());
        text.change("moved between train and validation", diff.moved());
        text.changes("only in the first", diff.onlyFirst());
        text.changes("only in the second", diff.onlySecond());
        return text.out.toString();
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "not set" : value;
    }

    private void changes(String what, SortedMap<String, Change> changes) {
        changes.forEach((rule, change) -> change(what + ": " + rule, change));
    }

    private void change(String what, Change change) {
        if (change.tally().documents() == 0) {
            return;
        }
        tally(what, change.tally());
        for (Change.Sample sample : change.samples()) {
            line("    %s  %s", sample.id(), sample.uri());
            line(
                    "        first: %s; second: %s",
                    sample.first().told(), sample.second().told());
            line("        %s", sample.excerpt());
        }
    }

    private void tally(String what, Tally tally) {
        line("%-56s %,10d documents %,14d bytes", what, tally.documents(), tally.bytes());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
