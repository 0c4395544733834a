package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.dedup.cluster.DuplicateSearch;
import dev.ayatori.corpus.dedup.cluster.Fates;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * Steps "duplicates" and "relatives": the edges between documents that meet in one range of keys.
 *
 * @param relatives whether relatives among the kept documents are looked for, not duplicates among all
 */
record LinkDocuments(Job job, List<Run> runs, boolean relatives, KeyRange range)
        implements RangeWork<LinkDocuments.Linked> {
    static final Journal.Step DUPLICATES = new Journal.Step("duplicates", "finding duplicates", "parts");
    static final Journal.Step RELATIVES = new Journal.Step("relatives", "finding relatives", "parts");

    /** Files of edges and of pairs with common fingerprints, the latter for relatives only. */
    record Linked(String edges, String pairs) implements Serializable {}

    static List<LinkDocuments> all(Job job, List<Run> runs, boolean relatives, int parts) {
        return KeyRange.all(parts).stream()
                .map(range -> new LinkDocuments(job, runs, relatives, range))
                .toList();
    }

    @Override
    public Linked run() throws InterruptedException {
        try (Sketches sketches = job.sketches(runs)) {
            DuplicateSearch search =
                    new DuplicateSearch(sketches, job.settings().duplicates());
            if (!relatives) {
                search.duplicateEdges(range, path("edges"));
                return new Linked(name() + ".edges", "");
            }
            try (Fates fates = job.fates(DecideFates.STEP.name())) {
                search.relativeEdges(range, fates, path("edges"));
                search.sharedPairs(range, fates, path("pairs"));
                return new Linked(name() + ".edges", name() + ".pairs");
            }
        }
    }

    private Path path(String kind) {
        return job.file((relatives ? RELATIVES : DUPLICATES).name(), name() + "." + kind);
    }
}
