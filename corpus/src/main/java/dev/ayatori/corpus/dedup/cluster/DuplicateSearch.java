package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.SketchFiles;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.LongMerge;
import dev.ayatori.corpus.spill.LongSorter;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The search for duplicates and relatives in four steps, each from files to files: edges between duplicates (for each
 * range of keys), what becomes of each document, edges between the kept ones (for each range), clusters of relatives.
 */
public final class DuplicateSearch {
    /** Longs that one sorter holds in memory. */
    private static final int SORTED = 1 << 20;

    private final Sketches sketches;
    private final DuplicateSettings settings;

    public DuplicateSearch(Sketches sketches, DuplicateSettings settings) {
        this.sketches = sketches;
        this.settings = settings;
    }

    /** Writes the edges between duplicates that meet in a range of keys. */
    public void duplicateEdges(KeyRange range, Path edges) throws InterruptedException {
        Links links = Links.duplicates(sketches, settings);
        link(
                new Meetings(sketches, SketchFiles::duplicates, Meetings.Range.of(range), number -> true, 2),
                links,
                edges);
    }

    /** Writes what becomes of each document; the clusters are the connected components of all edges. */
    public void decide(List<Path> edges, Fates fates) throws InterruptedException {
        Clusters clusters = duplicates(edges);
        Keeping keeping = new Keeping(sketches, settings, fates);
        clusters.forEach(2, root -> keeping.decide(clusters.members(root).toArray()));
    }

    /** The connected components of the edges between duplicates. */
    public Clusters duplicates(List<Path> edges) {
        Clusters clusters = new Clusters(sketches.size());
        clusters.unionAll(edges);
        return clusters;
    }

    /** Writes the edges between relatives among the kept documents that meet in a range of keys. */
    public void relativeEdges(KeyRange range, Fates fates, Path edges) throws InterruptedException {
        Links links = Links.relatives(sketches, settings);
        link(new Meetings(sketches, SketchFiles::relatives, Meetings.Range.of(range), fates::kept, 2), links, edges);
    }

    /** Writes the pairs of kept documents that share rare fingerprints in a range, as often as they do. */
    public void sharedPairs(KeyRange range, Fates fates, Path pairs) throws InterruptedException {
        IntPredicate kept = fates::kept;
        Meetings meetings = new Meetings(sketches, SketchFiles::fingerprints, Meetings.Range.of(range), kept, 1);
        try (LongSorter sorter = new LongSorter(pairs, SORTED)) {
            while (meetings.next()) {
                SharedFingerprints.pairs(meetings.group(), sorter::add);
            }
            sorter.finish();
        }
    }

    /**
     * Clusters of documents that must not stand on both sides of a split: duplicates, relatives, and those that share
     * fingerprints.
     *
     * @param edges of duplicates and relatives
     * @param pairs files of shared fingerprints
     * @param all where all pairs together are written
     */
    public Clusters relatives(List<Path> edges, List<Path> pairs, Path all) {
        Clusters clusters = duplicates(edges);
        try (Arena arena = Arena.ofConfined()) {
            LongFile.write(
                    all,
                    new LongMerge(pairs.stream()
                            .map(file -> LongFile.map(file, arena).range(Long.MIN_VALUE, Long.MAX_VALUE))
                            .toList()));
        }
        SharedFingerprints.unite(all, settings.sharedThreshold(), clusters, sketches.size());
        return clusters;
    }

    private static void link(Meetings meetings, Links links, Path edges) throws InterruptedException {
        try (LongSorter sorter = new LongSorter(edges, SORTED)) {
            Linking linking = new Linking(links, sorter::add);
            while (meetings.next()) {
                linking.link(meetings.group());
            }
            sorter.finish();
        }
    }

    /** Documents in the order of priority: collections as they are ranked, in a collection by id. */
    public int[] byPriority(int[] numbers) {
        return numbers.length < 2 ? numbers : Keeping.byPriority(numbers, sketches);
    }
}
