package dev.ayatori.corpus;

import dev.ayatori.corpus.clean.RepeatedLineSettings;
import dev.ayatori.corpus.clean.RepeatedLines;
import dev.ayatori.corpus.read.PageKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines that repeat over the pages of each collection; a global step, since no page alone can tell. */
record Boilerplate(SortedMap<String, SortedMap<String, Long>> lines) {

    /** Counts all drafts that are no source code. */
    static Boilerplate of(List<Draft> drafts, RepeatedLineSettings settings) {
        var counts = new TreeMap<String, RepeatedLines>();
        for (Draft draft : drafts) {
            if (draft.kind() != PageKind.CODE) {
                counts.computeIfAbsent(draft.collection(), collection -> new RepeatedLines(settings))
                        .add(draft.text());
            }
        }
        var lines = new TreeMap<String, SortedMap<String, Long>>();
        counts.forEach((collection, counted) -> lines.put(collection, counted.boilerplate()));
        return new Boilerplate(lines);
    }

    /** The draft without them. */
    Draft remove(Draft draft) {
        SortedMap<String, Long> repeated = lines.getOrDefault(draft.collection(), new TreeMap<>());
        return draft.kind() == PageKind.CODE
                ? draft
                : draft.withText(RepeatedLines.remove(draft.text(), repeated.keySet()));
    }
}
