package dev.ayatori.pretrain.data;

import dev.ayatori.shards.TrainingOrder.Source;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is read for some steps: every training file once in a round, or those named by one of two kinds of weights.
 *
 * @param steps how many; 0 in the last fold for those that are left, in others for one round
 * @param times how often a round reads each file; 0.5 reads one half in the first round and the other in the next
 * @param shares which part of the sequences comes from each file; no sequence comes twice in a round
 */
public record FoldSettings(int steps, SortedMap<String, Double> times, SortedMap<String, Double> shares) {

    /** Checks the weights. */
    public FoldSettings {
        times = Collections.unmodifiableSortedMap(new TreeMap<>(times));
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        if (steps < 0) {
            throw new IllegalArgumentException("steps of a fold must be at least 0, but is " + steps);
        }
        if (!times.isEmpty() && !shares.isEmpty()) {
            throw new IllegalArgumentException(
                    "times and shares must not both be given, but are " + times + " and " + shares);
        }
        positive("times", times);
        positive("shares", shares);
    }

    private static void positive(String name, Map<String, Double> weights) {
        weights.forEach((file, weight) -> {
            if (!(weight > 0)) {
                throw new IllegalArgumentException(name + " of " + file + " must be above 0, but is " + weight);
            }
        });
    }

    /** Every training file once in a round, to the end. */
    public static FoldSettings defaults() {
        return new FoldSettings(0, new TreeMap<>(), new TreeMap<>());
    }

    /** The files this fold names, none for all. */
    SortedMap<String, Double> weights() {
        return times.isEmpty() ? shares : times;
    }

    /** How many draws of each file make a round; sequences by file. */
    List<Source> sources(SortedMap<String, Long> sequences) {
        double round = shares.entrySet().stream()
                .mapToDouble(share -> sequences.getOrDefault(share.getKey(), 0L) / share.getValue())
                .min()
                .orElse(0);
        return sequences.entrySet().stream()
                .map(file -> new Source(file.getKey(), file.getValue(), draws(file.getKey(), file.getValue(), round)))
                .toList();
    }

    private long draws(String file, long sequences, double round) {
        double draws = times.getOrDefault(file, 1.0) * sequences;
        if (!shares.isEmpty()) {
            draws = Math.min(sequences, shares.getOrDefault(file, 0.0) * round);
        }
        return Math.max(1, StrictMath.round(draws));
    }
}
