package dev.ayatori.pretrain.step;

import java.util.List;

/**
 * What one step reads.
 *
 * @param lanes for each lane its micro-batches in order
 */
public record Batch(List<List<MicroBatch>> lanes) {
    /** Predictions that the loss counts. */
    public long countedTokens() {
        return lanes.stream()
                .flatMap(List::stream)
                .mapToLong(batch -> batch.targets().length)
                .sum();
    }
}
