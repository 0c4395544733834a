package dev.ayatori.shards;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The order of one fold. A round deals its tickets, so many for each source, by one permutation; the next round by another.
 *
 * @param seed of the run
 * @param sequencesPerStep sequences read by one step
 * @param fold steps and sources
 * @param firstStep step of the run at which the fold begins
 * @param firstRound rounds of all folds before
 * @param draws the order within each source
 */
record FoldOrder(
        long seed,
        int sequencesPerStep,
        TrainingOrder.Fold fold,
        int firstStep,
        long firstRound,
        List<SourceOrder> draws) {

    int endStep() {
        return firstStep + fold.steps();
    }

    long rounds() {
        return Math.ceilDiv((long) fold.steps() * sequencesPerStep, fold.round());
    }

    TrainingOrder.Place at(int step, int position) {
        long turn = (long) (step - firstStep) * sequencesPerStep + position;
        long round = turn / fold.round();
        long ticket = permutation(round).at(turn % fold.round());
        int source = 0;
        while (ticket >= draws(source)) {
            ticket -= draws(source++);
        }
        SourceOrder order = draws.get(source);
        return new TrainingOrder.Place(order.source().file(), order.sequence(round * draws(source) + ticket));
    }

    IntStream stepsReading(String file, long[] sequences) {
        long tickets = 0;
        for (SourceOrder order : draws) {
            if (order.source().file().equals(file)) {
                long before = tickets;
                return LongStream.of(sequences)
                        .flatMap(sequence -> order.drawsOf(
                                sequence, rounds() * order.source().draws()))
                        .map(draw -> turn(before, draw, order.source().draws()) / sequencesPerStep)
                        .filter(step -> step < fold.steps())
                        .mapToInt(step -> firstStep + (int) step);
            }
            tickets += order.source().draws();
        }
        return IntStream.empty();
    }

    private long turn(long ticketsBefore, long draw, long drawsPerRound) {
        long round = draw / drawsPerRound;
        return round * fold.round() + permutation(round).indexOf(ticketsBefore + draw % drawsPerRound);
    }

    private long draws(int source) {
        return draws.get(source).source().draws();
    }

    private Permutation permutation(long round) {
        return Permutation.of(seed, firstRound + round, fold.round());
    }
}
