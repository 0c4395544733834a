package dev.ayatori.serve.run;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The corpus of a run as it is stored. */
record StoredCorpus(Corpus corpus, JsonNode statistics, List<Removal> removedSamples) implements CorpusShelf {
    private static final int SAMPLES = 5;

    /** Opens a corpus and reads its removed documents once, for samples. */
    static StoredCorpus open(Artifact artifact) {
        Corpus corpus = Corpus.open(artifact);
        return new StoredCorpus(corpus, Json.tree(corpus.statistics()), samples(corpus));
    }

    @Override
    public Optional<Document> find(String id) {
        return corpus.find(id);
    }

    private static List<Removal> samples(Corpus corpus) {
        TreeMap<String, List<Removal>> byRule = new TreeMap<>();
        try (Stream<Removal> removed = corpus.removed()) {
            removed.forEachOrdered(removal -> {
                List<Removal> samples = byRule.computeIfAbsent(removal.rule(), rule -> new ArrayList<>());
                if (samples.size() < SAMPLES) {
                    samples.add(removal);
                }
            });
        }
        return byRule.values().stream().flatMap(List::stream).toList();
    }
}
