package dev.ayatori.serve.run;

import dev.ayatori.search.Hit;
import dev.ayatori.search.SearchIndex;
import dev.ayatori.search.TextHit;
import dev.ayatori.search.Trace;
import dev.ayatori.track.Artifact;
import java.util.List;

/** The overlap with the corpus as the run's index finds it. */
record SearchedOverlap(SearchIndex index) implements Overlap, AutoCloseable {

    static SearchedOverlap open(Artifact artifact) {
        return new SearchedOverlap(SearchIndex.open(artifact.folder()));
    }

    @Override
    public long count(String text) {
        return index.count(text);
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return index.find(text, limit);
    }

    @Override
    public List<TextHit> text(String query, int limit) {
        return index.text(query, limit);
    }

    @Override
    public Trace trace(String answer) {
        return index.trace(answer);
    }

    @Override
    public void close() {
        index.close();
    }
}
