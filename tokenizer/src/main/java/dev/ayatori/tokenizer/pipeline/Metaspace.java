package dev.ayatori.tokenizer.pipeline;

import dev.ayatori.tokenizer.normalise.Points;

/**
 * Writes spaces as another character, puts one before a part, and cuts before each.
 *
 * @param mark what stands for the space
 * @param prepend where one is put before a part that does not start with one
 * @param cuts whether parts are cut before each mark
 */
record Metaspace(int mark, Prepend prepend, boolean cuts) implements Splitter {
    /** Which parts a mark is put before. */
    enum Prepend {
        ALWAYS,
        FIRST,
        NEVER
    }

    @Override
    public Points split(Points text, Cuts parts, Cuts out) {
        Points marked = new Points().clear();
        for (int i = 0; i < parts.size(); i++) {
            int start = marked.size();
            int first = text.at(parts.from(i));
            boolean starts = first == mark || first == ' ';
            int origin = text.origin(parts.from(i));
            if (!starts && (prepend == Prepend.ALWAYS || prepend == Prepend.FIRST && origin == 0)) {
                marked.add(mark, origin);
            }
            int from = marked.size();
            marked.addAll(text, parts.from(i), parts.to(i));
            for (int k = from; k < marked.size(); k++) {
                if (marked.at(k) == ' ') {
                    marked.set(k, mark);
                }
            }
            for (int k = start + 1; cuts && k < marked.size(); k++) {
                if (marked.at(k) == mark) {
                    out.add(start, k);
                    start = k;
                }
            }
            out.add(start, marked.size());
        }
        return marked;
    }
}
