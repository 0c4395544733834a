package dev.ayatori.search;

import java.nio.file.Path;
import java.util.List;

/** The index of a run, memory-mapped: exact substrings, full text and trace. Safe for use by many threads. */
public final class SearchIndex implements AutoCloseable {
    private SearchIndex() {}

    /** Opens the folder of an index artifact. */
    public static SearchIndex open(Path folder) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** How often the text stands in the corpus, overlapping occurrences counted each. */
    public long count(String text) {
        throw new UnsupportedOperationException();
    }

    /** Up to {@code limit} exact occurrences of the text, in the order of the documents. */
    public List<Hit> find(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Up to {@code limit} documents that answer the query best: words, "phrases", +must, -not. */
    public List<TextHit> text(String query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The longest spans of the answer that stand in the corpus, with the documents and the training steps. */
    public Trace trace(String answer) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #trace(String)}, with own limits. */
    public Trace trace(String answer, TraceSettings settings) {
        throw new UnsupportedOperationException();
    }

    /** The documents in the index. */
    public int documents() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
