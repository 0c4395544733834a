package dev.ayatori.corpus.build.draft;

import dev.ayatori.corpus.clean.LineHashes;
import dev.ayatori.corpus.clean.TextCleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes out of the pages, or source files, of each collection the lines that nearly all of them have. */
public final class Boilerplate {
    private static final String CODE = " (code)";

    private final List<String> collections;
    private final SortedMap<Long, Long> repeated;
    private final SortedMap<String, SortedMap<String, Long>> met = new TreeMap<>();

    /**
     * The boilerplate of a corpus.
     *
     * @param collections all collections; pages are counted by their place in it
     * @param repeated hashes of repeated lines, each with the number of pages it stands in
     */
    public Boilerplate(List<String> collections, SortedMap<Long, Long> repeated) {
        this.collections = collections;
        this.repeated = repeated;
    }

    /** Pages and source files of one collection repeat different lines. */
    public static int group(Draft draft, List<String> collections) {
        return 2 * collections.indexOf(draft.collection()) + (draft.isCode() ? 1 : 0);
    }

    /** The draft without them; source code keeps its headers. */
    public Draft remove(Draft draft) {
        return draft.isCode() ? draft : draft.withText(telling(draft));
    }

    /** The part of the text that is not the same in every page around it. */
    public String telling(Draft draft) {
        if (repeated.isEmpty()) {
            return draft.text();
        }
        int group = group(draft, collections);
        List<String> kept = new ArrayList<>();
        boolean[] found = {false};
        draft.text().lines().forEach(line -> {
            String stripped = line.strip();
            Long count = repeated.get(LineHashes.of(group, stripped));
            if (count == null) {
                kept.add(line);
            } else {
                found[0] = true;
                met.computeIfAbsent(name(group), name -> new TreeMap<>()).put(stripped, count);
            }
        });
        return found[0] ? TextCleaner.clean(String.join("\n", kept)) : draft.text();
    }

    private String name(int group) {
        return collections.get(group / 2) + (group % 2 == 1 ? CODE : "");
    }

    /** The repeated lines that were met, by collection, with the number of pages they stand in. */
    public SortedMap<String, SortedMap<String, Long>> met() {
        return met;
    }
}
