package dev.ayatori.corpus;

import dev.ayatori.track.ContentHasher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Chooses whole clusters for validation, in an order the seed decides, until each language has its share of bytes.
 *
 * <p>A cluster that would take more than the share of a language by itself stays in train, so that no giant swallows the
 * split; a language that would get nothing gets its smallest cluster, unless it has only one.
 */
final class Splitter {
    /** By how much a language may go over its share. */
    private static final double SLACK = 1.2;

    private final SortedMap<String, Long> quota = new TreeMap<>();
    private final SortedMap<String, Long> held = new TreeMap<>();
    private final Set<String> validation = new HashSet<>();

    private Splitter() {}

    /** The documents in the order given, each with its split. */
    static List<Document> split(List<Document> documents, SplitSettings settings) {
        Set<String> validation = new Splitter().choose(clusters(documents, settings.seed()), settings);
        return documents.stream()
                .map(document -> document.with(Map.of(
                        Document.SPLIT,
                        (validation.contains(document.cluster()) ? Split.VALIDATION : Split.TRAIN).label())))
                .toList();
    }

    private record Cluster(String id, String order, SortedMap<String, Long> bytes) {
        long size() {
            return bytes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static List<Cluster> clusters(List<Document> documents, long seed) {
        var bytes = new TreeMap<String, SortedMap<String, Long>>();
        for (Document document : documents) {
            bytes.computeIfAbsent(document.cluster(), id -> new TreeMap<>())
                    .merge(document.language(), Tally.bytesOf(document.text()), Long::sum);
        }
        List<Cluster> clusters = new ArrayList<>();
        bytes.forEach((id, languages) -> clusters.add(
                new Cluster(id, ContentHasher.create().number(seed).text(id).hex(), languages)));
        clusters.sort(Comparator.comparing(Cluster::order));
        return clusters;
    }

    private Set<String> choose(List<Cluster> clusters, SplitSettings settings) {
        SortedMap<String, Long> total = new TreeMap<>();
        clusters.forEach(
                cluster -> cluster.bytes().forEach((language, bytes) -> total.merge(language, bytes, Long::sum)));
        total.forEach((language, bytes) -> quota.put(language, (long) (settings.validationShare() * bytes)));
        for (Cluster cluster : clusters) {
            if (wanted(cluster) && fits(cluster)) {
                hold(cluster);
            }
        }
        if (settings.validationShare() > 0) {
            total.forEach((language, bytes) -> holdSmallest(language, bytes, clusters));
        }
        return validation;
    }

    private boolean wanted(Cluster cluster) {
        return cluster.bytes().keySet().stream()
                .anyMatch(language -> held.getOrDefault(language, 0L) < quota.getOrDefault(language, 0L));
    }

    private boolean fits(Cluster cluster) {
        return cluster.bytes().entrySet().stream()
                .allMatch(entry -> held.getOrDefault(entry.getKey(), 0L) + entry.getValue()
                        <= SLACK * quota.getOrDefault(entry.getKey(), 0L));
    }

    private void hold(Cluster cluster) {
        validation.add(cluster.id());
        cluster.bytes().forEach((language, bytes) -> held.merge(language, bytes, Long::sum));
    }

    private void holdSmallest(String language, long total, List<Cluster> clusters) {
        if (held.getOrDefault(language, 0L) > 0) {
            return;
        }
        clusters.stream()
                .filter(cluster -> cluster.bytes().getOrDefault(language, 0L) > 0)
                .filter(cluster -> 2 * cluster.bytes().getOrDefault(language, 0L) <= total)
                .min(Comparator.comparingLong(Cluster::size).thenComparing(Cluster::order))
                .ifPresent(this::hold);
    }
}
