package dev.ayatori.shards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which training reads the sequences of its files: a pure function of seed, step and position.
 *
 * <p>Folds are read one after the other. A fold is read in rounds: each takes from every source as many sequences as it has
 * draws, dealt by one permutation that is computed, not stored. A source of which a round takes only a part gives another
 * part to the next round, or to the next fold that reads it, until all of it has been read. The last step of a round may
 * reach into the next one.
 *
 * @param seed chooses the order
 * @param sequencesPerStep sequences read by one step of the optimizer
 * @param folds what is read, one after the other
 */
public record TrainingOrder(long seed, int sequencesPerStep, List<Fold> folds) {
    public TrainingOrder {
        folds = List.copyOf(folds);
        if (sequencesPerStep < 1) {
            throw new IllegalArgumentException("sequencesPerStep must be at least 1, but is " + sequencesPerStep);
        }
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("folds must not be empty: there is nothing to train on");
        }
    }

    /**
     * A file that a fold reads.
     *
     * @param file its name among the shards
     * @param sequences how many sequences it has
     * @param draws how many of them one round reads; more than there are: some are read several times
     */
    public record Source(String file, long sequences, long draws) {
        public Source {
            if (sequences < 1 || draws < 1) {
                throw new IllegalArgumentException("sequences and draws of " + file + " must be at least 1, but are "
                        + sequences + " and " + draws);
            }
        }
    }

    /**
     * What is read for some steps.
     *
     * @param steps how many steps
     * @param sources files, each once
     */
    public record Fold(int steps, List<Source> sources) {
        public Fold {
            sources = List.copyOf(sources);
            Set<String> files = new HashSet<>();
            if (steps < 0 || sources.isEmpty()) {
                throw new IllegalArgumentException("a fold must have sources and at least 0 steps, but has "
                        + sources.size() + " sources and " + steps + " steps");
            }
            sources.forEach(source -> {
                if (!files.add(source.file())) {
                    throw new IllegalArgumentException("sources of a fold must differ, but two are " + source.file());
                }
            });
        }

        /** Sequences of one round. */
        public long round() {
            return sources.stream().mapToLong(Source::draws).sum();
        }
    }

    /** A sequence of a file. */
    public record Place(String file, long sequence) {}

    /** The order over one file, all of which every round reads. */
    public static TrainingOrder ofOneFile(long seed, int sequencesPerStep, int steps, Source source) {
        return new TrainingOrder(seed, sequencesPerStep, List.of(new Fold(steps, List.of(source))));
    }

    /** Steps of the run. */
    public int steps() {
        return folds.stream().mapToInt(Fold::steps).sum();
    }

    /** What the given step (from 0) reads at the given position of its batch. */
    public Place at(int step, int position) {
        if (step < 0 || step >= steps()) {
            throw new IllegalArgumentException("step must be between 0 and " + (steps() - 1) + ", but is " + step);
        }
        if (position < 0 || position >= sequencesPerStep) {
            throw new IllegalArgumentException(
                    "position must be between 0 and " + (sequencesPerStep - 1) + ", but is " + position);
        }
        return orders().stream()
                .filter(order -> step < order.endStep())
                .findFirst()
                .orElseThrow()
                .at(step, position);
    }

    /** The steps (from 0), in order and each once, that read any of these sequences of a file. */
    public int[] stepsReading(String file, long[] sequences) {
        return orders().stream()
                .flatMapToInt(order -> order.stepsReading(file, sequences))
                .sorted()
                .distinct()
                .toArray();
    }

    private List<FoldOrder> orders() {
        List<FoldOrder> orders = new ArrayList<>();
        Map<String, Long> drawn = new HashMap<>();
        int step = 0;
        long round = 0;
        for (Fold fold : folds) {
            List<SourceOrder> draws = fold.sources().stream()
                    .map(source -> new SourceOrder(seed, source, drawn.getOrDefault(source.file(), 0L)))
                    .toList();
            FoldOrder order = new FoldOrder(seed, sequencesPerStep, fold, step, round, draws);
            orders.add(order);
            step = order.endStep();
            round += order.rounds();
            fold.sources().forEach(source -> drawn.merge(source.file(), order.rounds() * source.draws(), Long::sum));
        }
        return orders;
    }
}
