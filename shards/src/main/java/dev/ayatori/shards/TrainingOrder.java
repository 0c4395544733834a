package dev.ayatori.shards;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The order in which training reads the tokens: a pure function of seed, step and position.
 *
 * <p>Sequence {@code i} is the window of {@code context + 1} tokens that starts at token {@code i * context}; neighbours
 * share one token, the target of one and the first input of the next. Each epoch reads every sequence once, in an order of
 * its own; the last step of an epoch may reach into the next one.
 *
 * @param seed chooses the order
 * @param tokens tokens of the training file
 * @param context tokens the model looks back on
 * @param sequencesPerStep sequences read by one step of the optimizer
 * @param steps steps of the run
 */
public record TrainingOrder(long seed, long tokens, int context, int sequencesPerStep, int steps) {
    public TrainingOrder {
        check("context", context, 1);
        check("sequencesPerStep", sequencesPerStep, 1);
        check("steps", steps, 0);
        if (tokens < context + 1L) {
            throw new IllegalArgumentException("tokens must be at least context + 1 = " + (context + 1L)
                    + " to fill one sequence, but are " + tokens + "; lower the context or add text");
        }
    }

    private static void check(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + value);
        }
    }

    /** The number of whole windows in the file. */
    public long sequences() {
        return (tokens - 1) / context;
    }

    /** The sequence that the given step (from 0) reads at the given position of its batch. */
    public long sequenceAt(int step, int position) {
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException("step must be between 0 and " + (steps - 1) + ", but is " + step);
        }
        if (position < 0 || position >= sequencesPerStep) {
            throw new IllegalArgumentException(
                    "position must be between 0 and " + (sequencesPerStep - 1) + ", but is " + position);
        }
        long turn = (long) step * sequencesPerStep + position;
        return permutation(turn / sequences()).at(turn % sequences());
    }

    /** The first token of that sequence; {@code context + 1} tokens are read from there. */
    public long firstToken(int step, int position) {
        return sequenceAt(step, position) * context;
    }

    /** The steps, in order and each once, that read any token from {@code firstToken} up to, not including, {@code endToken}. */
    public int[] stepsReading(long firstToken, long endToken) {
        if (firstToken < 0 || endToken < firstToken || endToken > tokens) {
            throw new IllegalArgumentException("a range of tokens must lie between 0 and " + tokens + ", but is from "
                    + firstToken + " to " + endToken);
        }
        long first = Math.max(0, Math.ceilDiv(firstToken - context, context));
        long last = Math.min(sequences() - 1, Math.floorDiv(endToken - 1, context));
        if (firstToken == endToken || first > last) {
            return new int[0];
        }
        return IntStream.range(0, epochs())
                .boxed()
                .flatMapToInt(epoch -> stepsOfEpoch(epoch, first, last))
                .sorted()
                .distinct()
                .toArray();
    }

    private IntStream stepsOfEpoch(int epoch, long firstSequence, long lastSequence) {
        Permutation permutation = permutation(epoch);
        return LongStream.rangeClosed(firstSequence, lastSequence)
                .map(sequence -> (epoch * sequences() + permutation.indexOf(sequence)) / sequencesPerStep)
                .filter(step -> step < steps)
                .mapToInt(step -> (int) step);
    }

    private int epochs() {
        return (int) Math.ceilDiv((long) steps * sequencesPerStep, sequences());
    }

    private Permutation permutation(long epoch) {
        return Permutation.of(seed, epoch, sequences());
    }
}
