package dev.ayatori.pretrain;

/**
 * Where a worker reads what it trains on, in words that fit in a job file.
 *
 * @param format how the two files are written
 * @param train path of the training data: the prefix of {@code .bin/.idx} or a sequence file
 * @param validation path of the validation data in the same format, or "" for none
 * @param context tokens that a sequence predicts, at most the context of the model
 */
public record TrainingData(Format format, String train, String validation, int context) {

    /** The kinds of data a worker reads. */
    public enum Format {
        /** Megatron token files cut into windows of the context length; the loss counts every token. */
        TOKENS,
        /** A {@link SequenceFile}: sequences of equal length, each token with a mark whether the loss counts it. */
        SEQUENCES
    }
}
