package dev.ayatori.corpus;

import dev.ayatori.corpus.CorpusStatistics.Clusters;
import dev.ayatori.corpus.CorpusStatistics.Flow;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts a corpus for its statistics. */
final class Funnel {
    private final SortedMap<String, Flow> collections = new TreeMap<>();
    private final SortedMap<String, Flow> languages = new TreeMap<>();
    private final SortedMap<String, Tally> rules = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Tally>> splits = new TreeMap<>();
    private final SortedMap<String, Long> clusterSizes = new TreeMap<>();
    private Flow total = new Flow(Tally.NONE, Tally.NONE);

    static CorpusStatistics count(
            List<Document> kept, List<Removal> removed, long quarantined, Boilerplate boilerplate) {
        Funnel funnel = new Funnel();
        kept.forEach(funnel::kept);
        removed.forEach(funnel::removed);
        return new CorpusStatistics(
                funnel.total.read(),
                funnel.total.kept(),
                quarantined,
                funnel.collections,
                funnel.languages,
                funnel.rules,
                funnel.splits,
                funnel.clusters(),
                boilerplate.lines());
    }

    private void kept(Document document) {
        Tally tally = Tally.of(document.text());
        flow(document, new Flow(tally, tally));
        splits.computeIfAbsent(document.language(), language -> new TreeMap<>())
                .merge(document.split().label(), tally, Tally::plus);
        clusterSizes.merge(document.cluster(), 1L, Long::sum);
    }

    private void removed(Removal removal) {
        Tally tally = Tally.of(removal.document().text());
        flow(removal.document(), new Flow(tally, Tally.NONE));
        rules.merge(removal.rule(), tally, Tally::plus);
    }

    private void flow(Document document, Flow flow) {
        total = plus(total, flow);
        collections.merge(document.collection(), flow, Funnel::plus);
        languages.merge(document.language(), flow, Funnel::plus);
    }

    private static Flow plus(Flow left, Flow right) {
        return new Flow(left.read().plus(right.read()), left.kept().plus(right.kept()));
    }

    private Clusters clusters() {
        Map.Entry<String, Long> largest = Map.entry("", 0L);
        long related = 0;
        for (Map.Entry<String, Long> cluster : clusterSizes.entrySet()) {
            largest = cluster.getValue() > largest.getValue() ? cluster : largest;
            related += cluster.getValue() > 1 ? cluster.getValue() : 0;
        }
        return new Clusters(clusterSizes.size(), largest.getValue(), largest.getKey(), related);
    }
}
