package dev.ayatori.corpus;

import dev.ayatori.corpus.clean.RepeatedLineSettings;
import dev.ayatori.corpus.clean.RepeatedLines;
import dev.ayatori.corpus.page.PageKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines that repeat over the pages, or over the source files, of each collection; a global step, since no page alone can tell. */
record Boilerplate(SortedMap<String, SortedMap<String, Long>> lines) {

    /** Counts all drafts. */
    static Boilerplate of(List<Draft> drafts, RepeatedLineSettings settings) {
        var counts = new TreeMap<String, RepeatedLines>();
        for (Draft draft : drafts) {
            counts.computeIfAbsent(group(draft), group -> new RepeatedLines(settings))
                    .add(draft.text());
        }
        var lines = new TreeMap<String, SortedMap<String, Long>>();
        counts.forEach((collection, counted) -> lines.put(collection, counted.boilerplate()));
        return new Boilerplate(lines);
    }

    /** The draft without them; source code keeps its headers. */
    Draft remove(Draft draft) {
        return draft.kind() == PageKind.CODE ? draft : draft.withText(telling(draft));
    }

    /** The part of the text that is not the same in every page around it. */
    String telling(Draft draft) {
        return RepeatedLines.remove(
                draft.text(), lines.getOrDefault(group(draft), new TreeMap<>()).keySet());
    }

    /** Pages and source files of one collection repeat different lines. */
    private static String group(Draft draft) {
        return draft.kind() == PageKind.CODE ? draft.collection() + " (code)" : draft.collection();
    }
}
