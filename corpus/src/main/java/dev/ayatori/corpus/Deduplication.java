package dev.ayatori.corpus;

import dev.ayatori.corpus.dedup.Duplicate;
import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.Duplicates;
import dev.ayatori.corpus.dedup.Relatives;
import dev.ayatori.corpus.dedup.Sketch;
import dev.ayatori.corpus.filter.Bounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes duplicates among the documents that passed, and finds the clusters of those that stay. */
record Deduplication(List<Document> kept, List<Removal> removed) {
    static final String COPIES = "copies";
    static final String EXACT = "exact-duplicate";
    static final String NEAR = "near-duplicate";

    static Deduplication of(List<Judge.Passed> passed, CorpusSettings settings) {
        List<Judge.Passed> ordered =
                passed.stream().sorted(priority(settings.priority())).toList();
        List<Sketch> sketches = ordered.stream().map(Judge.Passed::sketch).toList();
        List<Duplicate> duplicates = Duplicates.find(
                settings.duplicates(), sketches, number -> ordered.get(number).telling());
        Map<Integer, Integer> copies = new HashMap<>();
        Set<Integer> gone = new HashSet<>();
        List<Removal> removed = new ArrayList<>();
        for (Duplicate duplicate : duplicates) {
            gone.add(duplicate.number());
            copies.merge(duplicate.original(), 1, Integer::sum);
            removed.add(removal(duplicate, ordered, settings.duplicates()));
        }
        List<Judge.Passed> kept = new ArrayList<>();
        for (int number = 0; number < ordered.size(); number++) {
            if (!gone.contains(number)) {
                kept.add(withCopies(ordered.get(number), copies.getOrDefault(number, 0)));
            }
        }
        return new Deduplication(clustered(kept, settings.duplicates()), removed);
    }

    /** Collections in the order of the settings, then by name; within a collection by id. */
    private static Comparator<Judge.Passed> priority(List<String> collections) {
        Comparator<Document> documents = Comparator.<Document>comparingInt(
                        document -> rank(collections, document.collection()))
                .thenComparing(Document::collection)
                .thenComparing(Document::id);
        return Comparator.comparing(Judge.Passed::document, documents);
    }

    private static int rank(List<String> collections, String collection) {
        int rank = collections.indexOf(collection);
        return rank < 0 ? collections.size() : rank;
    }

    private static Removal removal(Duplicate duplicate, List<Judge.Passed> ordered, DuplicateSettings settings) {
        return new Removal(
                ordered.get(duplicate.number()).document(),
                duplicate.exact() ? EXACT : NEAR,
                Bounds.number(duplicate.similarity()),
                duplicate.exact() ? "< 1" : "< " + Bounds.number(settings.threshold()),
                ordered.get(duplicate.original()).document().id());
    }

    private static Judge.Passed withCopies(Judge.Passed passed, int copies) {
        return copies == 0
                ? passed
                : new Judge.Passed(
                        passed.document().with(Map.of(COPIES, Integer.toString(copies))),
                        passed.telling(),
                        passed.sketch());
    }

    /** The first document of a cluster by priority gives the cluster its name. */
    private static List<Document> clustered(List<Judge.Passed> kept, DuplicateSettings settings) {
        int[] clusters = Relatives.clusters(
                settings, kept.stream().map(Judge.Passed::sketch).toList());
        List<Document> documents = new ArrayList<>();
        for (int number = 0; number < clusters.length; number++) {
            String cluster = kept.get(clusters[number]).document().id();
            documents.add(kept.get(number).document().with(Map.of(Document.CLUSTER, cluster)));
        }
        return documents;
    }
}
