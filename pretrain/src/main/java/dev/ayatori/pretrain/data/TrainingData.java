package dev.ayatori.pretrain.data;

import dev.ayatori.shards.Packing;
import dev.ayatori.shards.TrainingOrder.Fold;
import java.util.List;

/**
 * Where a worker reads what it trains on, in words that fit in a job file.
 *
 * @param format what the files hold
 * @param folder where they are: shards, or sequence files
 * @param folds the training files with their weights, one fold after the other
 * @param validation names of the validation files
 * @param intraDocumentAttention whether attention keeps the documents of a sequence apart
 * @param context tokens that a sequence predicts, at most the context of the model
 */
public record TrainingData(
        Format format,
        String folder,
        List<Fold> folds,
        List<String> validation,
        boolean intraDocumentAttention,
        int context) {

    /** Copies the lists. */
    public TrainingData {
        folds = List.copyOf(folds);
        validation = List.copyOf(validation);
    }

    /** The kinds of data a worker reads. */
    public enum Format {
        /** Megatron token files cut into windows of the context length. */
        WINDOWS,
        /** Megatron token files with packing plans. */
        BEST_FIT,
        /** {@link SequenceFile}s: sequences of equal length, each token with a mark whether the loss counts it. */
        SEQUENCES;

        /** The format of shards packed so. */
        static Format of(Packing packing) {
            return switch (packing) {
                case WINDOWS -> WINDOWS;
                case BEST_FIT -> BEST_FIT;
            };
        }
    }

    /** The steps of all folds. */
    public int steps() {
        return folds.stream().mapToInt(Fold::steps).sum();
    }
}
