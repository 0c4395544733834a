package dev.ayatori.pretrain.step;

import dev.ayatori.model.Attention;
import dev.ayatori.model.DocumentAttention;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Some sequences that are computed at once.
 *
 * @param time tokens of one sequence
 * @param ids what is read, (batch x time)
 * @param documents for each sequence the tokens of the documents that attention keeps apart
 * @param countedRows rows whose prediction the loss counts
 * @param targets the token each counted row has to predict
 */
public record MicroBatch(int time, long[] ids, List<long[]> documents, long[] countedRows, long[] targets) {

    /** How many rows there are. */
    public int rows() {
        return ids.length;
    }

    /** Place of each token in its document, (batch x time). */
    public long[] places() {
        return documents.stream()
                .flatMapToLong(LongStream::of)
                .flatMap(length -> LongStream.range(0, length))
                .toArray();
    }

    /** Attention that keeps documents apart, where there are several in a sequence. */
    Attention attention() {
        return documents.stream().allMatch(lengths -> lengths.length == 1)
                ? Attention.CAUSAL
                : new DocumentAttention(documents);
    }

    boolean countsEveryRow() {
        return countedRows.length == ids.length;
    }
}
