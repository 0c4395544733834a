package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.dedup.cluster.Clusters;
import dev.ayatori.corpus.dedup.cluster.DuplicateSearch;
import dev.ayatori.corpus.dedup.cluster.Fates;
import dev.ayatori.corpus.spill.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Step "split": clusters of documents that must stay together, which of them are held out, and where files are cut. */
record SplitDocuments(Job job, List<Run> runs, List<String> duplicates, List<LinkDocuments.Linked> relatives)
        implements Work<SplitDocuments.Layout> {
    static final Journal.Step STEP = new Journal.Step("split", "splitting", "documents");

    /**
     * How the corpus is laid out.
     *
     * @param documents the first id, as a key, of each file of kept documents
     * @param removed the first id of each file of removed ones
     */
    record Layout(List<Long> documents, List<Long> removed, CorpusStatistics.Clusters clusters) {}

    @Override
    public String name() {
        return "all";
    }

    @Override
    public long weight() {
        return runs.stream().mapToLong(Run::passed).sum();
    }

    @Override
    public Layout run() throws IOException, InterruptedException {
        WholeFile file = WholeFile.at(job.file(STEP.name(), "fates"));
        CorpusSettings settings = job.settings();
        try (Sketches sketches = job.sketches(runs);
                Fates decided = job.fates(DecideFates.STEP.name());
                Fates fates = Fates.create(file.draft(), sketches.size())) {
            fates.copy(decided);
            DuplicateSearch search = new DuplicateSearch(sketches, settings.duplicates());
            Families families = new Families(
                    sketches,
                    search,
                    fates,
                    clusters(search),
                    settings.languages().size());
            CorpusStatistics.Clusters counted = families.settle(heldOut(families, sketches, settings));
            Cuts cuts = new Cuts(job, runs, sketches, fates);
            Layout layout = new Layout(cuts.documents(), cuts.removed(), counted);
            file.publish();
            return layout;
        }
    }

    private static HeldOut heldOut(Families families, Sketches sketches, CorpusSettings settings)
            throws InterruptedException {
        return switch (settings.split().by()) {
            case CLUSTER -> {
                BitSet held = Splitter.choose(families, settings.languages().size(), settings.split());
                yield (root, _) -> held.get(root);
            }
            case DOCUMENT -> (_, number) -> settings.split().holdsOut(StoredRecords.id(sketches.id(number)));
        };
    }

    /** Whether a document of a cluster is held out. */
    private interface HeldOut {
        boolean test(int root, int number);
    }

    private Clusters clusters(DuplicateSearch search) {
        Stream<Path> edges = duplicates.stream().map(name -> job.file(LinkDocuments.DUPLICATES.name(), name));
        if (relatives.isEmpty()) {
            return search.duplicates(edges.toList());
        }
        String step = LinkDocuments.RELATIVES.name();
        return search.relatives(
                Stream.concat(edges, relatives.stream().map(linked -> job.file(step, linked.edges())))
                        .toList(),
                relatives.stream().map(linked -> job.file(step, linked.pairs())).toList(),
                job.file(STEP.name(), "pairs"));
    }

    /** Clusters reduced to their kept documents. */
    private record Families(Sketches sketches, DuplicateSearch search, Fates fates, Clusters clusters, int languages)
            implements Splitter.Groups {
        @Override
        public void forEach(IntConsumer consumer) throws InterruptedException {
            clusters.forEach(1, root -> {
                if (clusters.members(root).anyMatch(fates::kept)) {
                    consumer.accept(root);
                }
            });
        }

        @Override
        public Splitter.Group group(int root) {
            int[] kept = kept(root);
            long[] bytes = new long[languages];
            for (int number : kept) {
                bytes[sketches.language(number)] += sketches.bytes(number);
            }
            return new Splitter.Group(StoredRecords.id(sketches.id(kept[0])), bytes);
        }

        private int[] kept(int root) {
            return search.byPriority(clusters.members(root).filter(fates::kept).toArray());
        }

        /** Writes down cluster and split of every kept document; counts the clusters. */
        CorpusStatistics.Clusters settle(HeldOut held) throws InterruptedException {
            long[] counts = new long[3];
            String[] largest = {""};
            forEach(root -> {
                int[] kept = kept(root);
                long name = sketches.id(kept[0]);
                for (int number : kept) {
                    fates.settle(number, name, held.test(root, number));
                }
                counts[0]++;
                counts[2] += kept.length > 1 ? kept.length : 0;
                String id = StoredRecords.id(name);
                if (kept.length > counts[1] || (kept.length == counts[1] && id.compareTo(largest[0]) < 0)) {
                    counts[1] = kept.length;
                    largest[0] = id;
                }
            });
            return new CorpusStatistics.Clusters(counts[0], counts[1], largest[0], counts[2]);
        }
    }
}
