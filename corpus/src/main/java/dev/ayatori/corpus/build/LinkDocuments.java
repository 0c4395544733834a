package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.dedup.cluster.DuplicateSearch;
import dev.ayatori.corpus.dedup.cluster.Fates;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Steps "duplicates" and "relatives": the edges between documents that meet in one range of keys.
 *
 * @param relatives whether relatives among the kept documents are looked for, not duplicates among all
 */
record LinkDocuments(Job job, List<Run> runs, boolean relatives, int part, int parts)
        implements Work<LinkDocuments.Linked> {
    static final Journal.Step DUPLICATES = new Journal.Step("duplicates", "finding duplicates", "parts");
    static final Journal.Step RELATIVES = new Journal.Step("relatives", "finding relatives", "parts");

    /** Files of edges and of pairs with common fingerprints, the latter for relatives only. */
    record Linked(String edges, String pairs) implements Serializable {}

    static List<LinkDocuments> all(Job job, List<Run> runs, boolean relatives, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> new LinkDocuments(job, runs, relatives, part, parts))
                .toList();
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "%d-of-%d", part, parts);
    }

    @Override
    public long weight() {
        return 1;
    }

    @Override
    public Linked run() throws InterruptedException {
        KeyRange range = new KeyRange(part, parts);
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
