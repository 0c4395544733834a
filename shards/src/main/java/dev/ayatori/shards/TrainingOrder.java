package dev.ayatori.shards;

/**
 * The order in which training reads the tokens: a pure function of seed, step and position.
 *
 * <p>Sequence {@code i} is the window of {@code context + 1} tokens that starts at token {@code i * context}; each epoch
 * reads every sequence once, in an order of its own.
 *
 * @param seed chooses the order
 * @param tokens tokens of the training file
 * @param context tokens the model looks back on
 * @param sequencesPerStep sequences read by one step of the optimizer
 * @param steps steps of the run
 */
public record TrainingOrder(long seed, long tokens, int context, int sequencesPerStep, int steps) {

    /** The number of whole windows in the file. */
    public long sequences() {
        return (tokens - 1) / context;
    }

    /** The sequence that the given step (from 0) reads at the given position of its batch. */
    public long sequenceAt(int step, int position) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The first token of that sequence; {@code context + 1} tokens are read from there. */
    public long firstToken(int step, int position) {
        return sequenceAt(step, position) * context;
    }

    /** The steps, in order and each once, that read any token from {@code firstToken} up to, not including, {@code endToken}. */
    public int[] stepsReading(long firstToken, long endToken) {
        throw new UnsupportedOperationException("not written yet");
    }
}
