package dev.ayatori.corpus.dedup;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds duplicates among documents that stand in the order of their priority.
 *
 * <p>A document is a duplicate when an earlier document that is kept equals it, or is similar to it from the threshold
 * on. Candidates come from locality-sensitive hashing and are verified by the Jaccard similarity itself. The result
 * depends on the order of the documents and nothing else.
 */
public final class Duplicates {
    /** How far an estimate may lie under the threshold and still be verified: three standard deviations and more. */
    private static final double DOUBT = 0.15;

    private final DuplicateSettings settings;
    private final List<Sketch> sketches;
    private final IntFunction<String> texts;
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<Integer, Duplicate> removed = new LinkedHashMap<>();
    private final LshIndex index;
    private final boolean[] seen;

    private Duplicates(DuplicateSettings settings, List<Sketch> sketches, IntFunction<String> texts) {
        this.settings = settings;
        this.sketches = sketches;
        this.texts = texts;
        this.index = new LshIndex(settings.bands(), settings.rows());
        this.seen = new boolean[sketches.size()];
    }

    /** All duplicates, in order. */
    public static List<Duplicate> find(DuplicateSettings settings, List<Sketch> sketches, IntFunction<String> texts) {
        return new Duplicates(settings, sketches, texts).find();
    }

    private List<Duplicate> find() {
        for (int number = 0; number < sketches.size(); number++) {
            Optional<Duplicate> duplicate = duplicate(number);
            if (duplicate.isPresent()) {
                removed.put(number, duplicate.get());
            } else {
                index.add(number, sketches.get(number).signature());
            }
        }
        return List.copyOf(removed.values());
    }

    private Optional<Duplicate> duplicate(int number) {
        Integer equal = exact.putIfAbsent(sketches.get(number).exact(), number);
        if (equal == null) {
            return near(number);
        }
        // The equal one may itself have gone as a near duplicate: then this one went with it.
        Duplicate before = removed.get(equal);
        return Optional.of(
                before == null
                        ? new Duplicate(number, equal, true, 1)
                        : new Duplicate(number, before.original(), false, before.similarity()));
    }

    private Optional<Duplicate> near(int number) {
        int[] signature = sketches.get(number).signature();
        long[] shingles = null;
        for (Candidate candidate : candidates(signature)) {
            if (candidate.estimate() < settings.threshold() - DOUBT) {
                break;
            }
            shingles = shingles == null ? shingles(number) : shingles;
            double similarity = Shingles.jaccard(shingles, shingles(candidate.number()));
            if (similarity >= settings.threshold()) {
                return Optional.of(new Duplicate(number, candidate.number(), false, similarity));
            }
        }
        return Optional.empty();
    }

    /** The most similar first, among equals the earliest. */
    private List<Candidate> candidates(int[] signature) {
        return index.candidates(signature, seen).stream()
                .map(other -> new Candidate(
                        other, MinHash.estimate(signature, sketches.get(other).signature())))
                .sorted(Comparator.comparingDouble(Candidate::estimate)
                        .reversed()
                        .thenComparingInt(Candidate::number))
                .toList();
    }

    private long[] shingles(int number) {
        return Shingles.set(Normalised.of(texts.apply(number)).text(), settings.shingle());
    }

    private record Candidate(int number, double estimate) {}
}
