package dev.ayatori.corpus.diff;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import dev.ayatori.track.Artifact;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What differs between two corpora, found in one pass over both in the order of ids.
 *
 * @param settings settings that differ
 * @param first kept by the first
 * @param second kept by the second
 * @param same documents kept in both with equal text, or removed by the same rule
 * @param removed kept in the first, removed in the second, by the rule that does it
 * @param broughtBack removed in the first and kept in the second, by the rule that did it
 * @param otherRule removed in both, by {@code RULE -> OTHER RULE}
 * @param edited kept in both with another text
 * @param moved kept in both with equal text, but trained on in one and held out in the other
 * @param onlyFirst documents the second has not read, by what the first did with them: {@code kept} or a rule
 * @param onlySecond documents the first has not read, by what the second did with them
 */
public record CorpusDiff(
        List<SettingsDiff> settings,
        Tally first,
        Tally second,
        Tally same,
        SortedMap<String, Change> removed,
        SortedMap<String, Change> broughtBack,
        SortedMap<String, Change> otherRule,
        Change edited,
        Change moved,
        SortedMap<String, Change> onlyFirst,
        SortedMap<String, Change> onlySecond) {

    /** Compares two corpora and keeps so many examples of each change. */
    public static CorpusDiff of(Artifact first, Artifact second, int samples) {
        Comparison comparison = new Comparison(
                samples, first.settings(CorpusSettings.defaults()), second.settings(CorpusSettings.defaults()));
        try (Fates left = new Fates(Corpus.open(first));
                Fates right = new Fates(Corpus.open(second))) {
            while (left.hasNext() || right.hasNext()) {
                int order = left.id().compareTo(right.id());
                if (order < 0) {
                    comparison.onlyFirst(left.next());
                } else if (order > 0) {
                    comparison.onlySecond(right.next());
                } else {
                    comparison.both(left.next(), right.next());
                }
            }
        }
        return comparison.result(
                SettingsDiff.of(first.manifest().settings(), second.manifest().settings()),
                Corpus.open(first).statistics().kept(),
                Corpus.open(second).statistics().kept());
    }

    /** The differences as lines of text for people. */
    public String text() {
        return DiffText.of(this);
    }

    /** Sorts documents into changes. */
    private static final class Comparison {
        private final int samples;
        private final CorpusSettings first;
        private final CorpusSettings second;
        private final SortedMap<String, Change> removed = new TreeMap<>();
        private final SortedMap<String, Change> broughtBack = new TreeMap<>();
        private final SortedMap<String, Change> otherRule = new TreeMap<>();
        private final SortedMap<String, Change> onlyFirst = new TreeMap<>();
        private final SortedMap<String, Change> onlySecond = new TreeMap<>();
        private Tally same = Tally.NONE;
        private Change edited = Change.NONE;
        private Change moved = Change.NONE;

        Comparison(int samples, CorpusSettings first, CorpusSettings second) {
            this.samples = samples;
            this.first = first;
            this.second = second;
        }

        private void add(SortedMap<String, Change> changes, String what, Document document, Decision[] both) {
            changes.put(what, changes.getOrDefault(what, Change.NONE).plus(document, both[0], both[1], samples));
        }

        private static Decision[] both(Decision first, Decision second) {
            return new Decision[] {first, second};
        }

        void onlyFirst(Removal left) {
            Decision decision = Decision.of(left);
            add(onlyFirst, decision.fate(), left.document(), both(decision, Decision.NOT_READ));
        }

        void onlySecond(Removal right) {
            Decision decision = Decision.of(right);
            add(onlySecond, decision.fate(), right.document(), both(Decision.NOT_READ, decision));
        }

        void both(Removal left, Removal right) {
            if (left.rule().isEmpty() && right.rule().isEmpty()) {
                kept(left.document(), right.document());
            } else if (left.rule().isEmpty()) {
                Decision stayed = Decision.kept(left.document(), right.rule(), first);
                add(removed, right.rule(), right.document(), both(stayed, Decision.of(right)));
            } else if (right.rule().isEmpty()) {
                Decision stays = Decision.kept(right.document(), left.rule(), second);
                add(broughtBack, left.rule(), left.document(), both(Decision.of(left), stays));
            } else if (left.rule().equals(right.rule())) {
                same = same.plus(Tally.of(right.document().text()));
            } else {
                String rules = left.rule() + " -> " + right.rule();
                add(otherRule, rules, right.document(), both(Decision.of(left), Decision.of(right)));
            }
        }

        private void kept(Document left, Document right) {
            if (!left.text().equals(right.text())) {
                edited = edited.plus(right, keptIn(left), keptIn(right), samples);
            } else if (left.split() != right.split()) {
                moved = moved.plus(right, keptIn(left), keptIn(right), samples);
            } else {
                same = same.plus(Tally.of(left.text()));
            }
        }

        private static Decision keptIn(Document document) {
            return new Decision(Decision.KEPT, document.split().label(), "");
        }

        CorpusDiff result(List<SettingsDiff> settings, Tally first, Tally second) {
            return new CorpusDiff(
                    settings,
                    first,
                    second,
                    same,
                    removed,
                    broughtBack,
                    otherRule,
                    edited,
                    moved,
                    onlyFirst,
                    onlySecond);
        }
    }
}
